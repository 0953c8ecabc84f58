package dev.autoheal.text;

import java.util.Comparator;

/**
 * A range of a file in lines and columns.
 *
 * @param path relative to the repository root, with {@code /}
 * @param line from 1; LF, CRLF and a bare CR each end a line
 * @param column from 1, in UTF-16 units
 * @param endLine the line of the exclusive end
 * @param endColumn the column of the exclusive end
 * @param byteColumn from 1, in bytes of the line as UTF-8, including a byte order mark
 * @param endByteColumn the column of the exclusive end, in such bytes
 * @param sourceLine the text of {@code line} without its line break, with each character of a
 *     credential replaced by {@code *}; empty when there is none
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

  /** Creates a location in lines of ASCII, where each character is one byte. */
  public Location(
      String path, int line, int column, int endLine, int endColumn, String sourceLine) {
    this(path, line, column, endLine, endColumn, column, endColumn, sourceLine);
  }

  /** Returns the start of a file whose text cannot be shown. */
  public static Location startOf(String path) {
    return new Location(path, 1, 1, 1, 1, "");
  }

  /** Returns this location with another source line. */
  public Location showing(String text) {
    return new Location(path, line, column, endLine, endColumn, byteColumn, endByteColumn, text);
  }

  /** Returns whether {@code other} starts inside this range, in the same file. */
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
