package dev.autoheal.text;

import java.util.Arrays;

/** Where the lines of a text begin; LF, CRLF and a bare CR each end a line. */
public final class Lines {
  private final String text;
  private final int[] starts;
  private int lastLine = -1;
  private String lastContent = "";

  private Lines(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** The lines of {@code text}; an empty text has one empty line. */
  public static Lines of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crlf)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return new Lines(text, Arrays.copyOf(starts, count));
  }

  /** The line and column of {@code span}, and the text of its first line without credentials. */
  public Location locate(String path, Span span) {
    int first = index(span.start());
    int last = index(span.end());
    return new Location(
        path,
        first + 1,
        span.start() - starts[first] + 1,
        last + 1,
        span.end() - starts[last] + 1,
        content(first));
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Findings often share a line, and a line may be the whole file. */
  private String content(int line) {
    if (line != lastLine) {
      lastContent = redacted(line);
      lastLine = line;
    }
    return lastContent;
  }

  /** A credential may begin in another line than it ends. */
  private String redacted(int line) {
    int from = starts[Math.max(0, line - 2)];
    int until = contentEnd(Math.min(starts.length - 1, line + 1));
    return Secrets.redact(text.substring(from, until))
        .substring(starts[line] - from, contentEnd(line) - from);
  }

  private int contentEnd(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] : text.length();
    while (end > starts[line] && isBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
