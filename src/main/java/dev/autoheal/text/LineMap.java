package dev.autoheal.text;

import java.util.Arrays;
import java.util.Optional;

/** Maps offsets of a text to lines and columns. LF, CRLF and a bare CR each end a line. */
final class LineMap {
  private static final int BLOCK = 256;

  private final String text;
  private final int[] starts;
  private final int[] blocks;
  private final int bytesBefore;
  private String redacted;
  private int lastLine = -1;
  private String lastContent = "";

  /**
   * Creates a map.
   *
   * @param starts the offset of the start of each line
   * @param blocks the number of bytes before each block of characters
   */
  private LineMap(String text, int[] starts, int[] blocks, int bytesBefore) {
    this.text = text;
    this.starts = starts;
    this.blocks = blocks;
    this.bytesBefore = bytesBefore;
  }

  /**
   * Finds the lines of {@code text}; an empty text has one empty line.
   *
   * @param bytesBefore the number of bytes of the first line, as UTF-8, that do not belong to the
   *     text
   */
  public static LineMap of(String text, int bytesBefore) {
    int[] starts = new int[16];
    int[] blocks = new int[text.length() / BLOCK + 1];
    int count = 1;
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i % BLOCK == 0) {
        blocks[i / BLOCK] = bytes;
      }
      bytes += bytes(c);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crlf)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    if (text.length() % BLOCK == 0) {
      blocks[text.length() / BLOCK] = bytes;
    }
    return new LineMap(text, Arrays.copyOf(starts, count), blocks, bytesBefore);
  }

  /** Returns the line and columns of an offset. */
  public Location.Position position(int offset) {
    int line = index(offset);
    return new Location.Position(line + 1, offset - starts[line] + 1, bytes(line, offset) + 1);
  }

  /**
   * Returns the text of the line that holds an offset, without credentials. The last one is kept:
   * findings often share a line, and a line may be the whole file.
   */
  String sourceLine(int offset) {
    int line = index(offset);
    if (line != lastLine) {
      lastContent = redacted().substring(starts[line], contentEnd(line));
      lastLine = line;
    }
    return lastContent;
  }

  /**
   * Returns the text with {@code *} for every character of a credential. They are looked for in the
   * whole text, because a credential and its name may be on different lines.
   */
  String redacted() {
    if (redacted == null) {
      redacted = Secrets.redact(text);
    }
    return redacted;
  }

  /**
   * Returns the span of the whole lines that a span touches, without the last line break; empty if
   * one of them holds a credential.
   */
  Optional<Span> whole(Span span) {
    Span lines = new Span(starts[index(span.start())], contentEnd(index(span.end())));
    return Optional.of(lines).filter(whole -> whole.of(redacted()).equals(whole.of(text)));
  }

  private int bytes(int line, int offset) {
    return bytesTo(offset) - bytesTo(starts[line]) + (line == 0 ? bytesBefore : 0);
  }

  /** Returns the number of bytes before an offset; however long the text, it counts few of them. */
  private int bytesTo(int offset) {
    int bytes = blocks[offset / BLOCK];
    for (int i = offset / BLOCK * BLOCK; i < offset; i++) {
      bytes += bytes(text.charAt(i));
    }
    return bytes;
  }

  /** Returns the number of bytes as UTF-8; each half of a surrogate pair has two of its four. */
  private static int bytes(char c) {
    return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
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
