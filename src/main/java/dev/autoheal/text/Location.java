package dev.autoheal.text;

import java.util.Comparator;

/**
 * A place in a file as people read it.
 *
 * @param path relative to the repository root, with {@code /}
 * @param line from 1; LF, CRLF and a bare CR each end a line
 * @param column from 1, in UTF-16 units
 * @param endLine the line of the exclusive end
 * @param endColumn the column of the exclusive end
 * @param byteColumn from 1, in bytes of the line as UTF-8, which a byte order mark is a part of
 * @param endByteColumn the column of the exclusive end, in such bytes
 * @param sourceLine the text of {@code line} without its line break, credentials made {@code *};
 *     empty when there is none
 */
public record Location(
    String path,
    int line,
    int column,
    int endLine,
    int endColumn,
    int byteColumn,
    int endByteColumn,
    String sourceLine)
    implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::path)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparingInt(Location::endLine)
          .thenComparingInt(Location::endColumn);

  /** In lines of ASCII, where a character is a byte. */
  public Location(
      String path, int line, int column, int endLine, int endColumn, String sourceLine) {
    this(path, line, column, endLine, endColumn, column, endColumn, sourceLine);
  }

  /** The start of a file of which no text can be shown. */
  public static Location startOf(String path) {
    return new Location(path, 1, 1, 1, 1, "");
  }

  /** The same with another text of its line. */
  public Location showing(String text) {
    return new Location(path, line, column, endLine, endColumn, byteColumn, endByteColumn, text);
  }

  /** Whether {@code other} starts here, in the same file. */
  public boolean holdsStartOf(Location other) {
    boolean isBefore = other.line < line || (other.line == line && other.column < column);
    boolean isAfter = other.line > endLine || (other.line == endLine && other.column >= endColumn);
    return path.equals(other.path) && !isBefore && !isAfter;
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
