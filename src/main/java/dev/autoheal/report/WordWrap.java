package dev.autoheal.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines: after a space, else after a slash of either kind, and otherwise
 * anywhere.
 */
public final class WordWrap {
  private final String text;

  private WordWrap(String text) {
    this.text = text;
  }

  /**
   * Returns the lines; none is wider than {@code width} columns unless a single letter is.
   *
   * @param hanging the spaces that every line but the first starts with
   */
  public static List<String> lines(String text, int width, String hanging) {
    WordWrap wrap = new WordWrap(text);
    List<String> lines = new ArrayList<>();
    int end = wrap.end(0, width);
    lines.add(text.substring(0, end).stripTrailing());
    while (end < text.length()) {
      int start = wrap.skipSpaces(end);
      end = wrap.end(start, width - hanging.length());
      lines.add(hanging + text.substring(start, end).stripTrailing());
    }
    return lines;
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < text.length() - 1 && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** Returns the index at which a line that starts at {@code start} ends, exclusive. */
  private int end(int start, int width) {
    int afterSpace = start;
    int afterSlash = start;
    int used = 0;
    boolean hasWord = false;
    int at = start;
    while (at < text.length()) {
      int next = at + Character.charCount(text.codePointAt(at));
      used += Excerpt.width(text.substring(at, next));
      if (used > width && at > start) {
        int best = afterSpace > start ? afterSpace : afterSlash;
        return best > start ? best : at;
      }
      char last = text.charAt(next - 1);
      if (last == ' ' && hasWord) {
        afterSpace = next;
      } else if (last == '/' || last == '\\') {
        afterSlash = next;
      }
      hasWord |= last != ' ';
      at = next;
    }
    return at;
  }
}
