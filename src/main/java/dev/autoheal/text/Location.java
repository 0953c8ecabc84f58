package dev.autoheal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of a file in lines and columns.
 *
 * @param path relative to the repository root, with {@code /}
 * @param start the first position of the range
 * @param end the exclusive end
 * @param sourceLine the text of the first line without its line break, with each character of a
 *     credential replaced by {@code *}; empty in a location that is shown without an excerpt
 */
public record Location(String path, Position start, Position end, String sourceLine)
    implements Comparable<Location> {
  private static final Order<Location> ORDER =
      Order.by(Location::path).then(Location::start).then(Location::end);

  /** The name of an attribute and its quote, before its value. */
  private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:.-]+\\s*=\\s*[\"']$");

  private static final int LONGEST_NAME = 100;

  /**
   * A position between two characters of a file.
   *
   * @param line from 1; LF, CRLF and a bare CR each end a line
   * @param column from 1, in UTF-16 units
   * @param byteColumn from 1, in bytes of the line as UTF-8, including a byte order mark
   */
  public record Position(int line, int column, int byteColumn) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
      int byLine = Integer.compare(line, other.line);
      return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
  }

  /** Returns the start of a file whose text cannot be shown. */
  public static Location startOf(String path) {
    Position first = new Position(1, 1, 1);
    return new Location(path, first, first, "");
  }

  /** Returns the line of the start, from 1. */
  public int line() {
    return start.line;
  }

  /** Returns the column of the start, from 1, in UTF-16 units. */
  public int column() {
    return start.column;
  }

  /** Returns the line of the exclusive end, from 1. */
  public int endLine() {
    return end.line;
  }

  /** Returns the column of the exclusive end, from 1, in UTF-16 units. */
  public int endColumn() {
    return end.column;
  }

  /** Returns the text of the range on its first line. */
  public String text() {
    int last = line() == endLine() ? endColumn() - 1 : sourceLine.length();
    int from = Math.min(column() - 1, sourceLine.length());
    return sourceLine.substring(from, Math.max(from, Math.min(last, sourceLine.length())));
  }

  /**
   * Returns the name and the quote before an attribute value, for example {@code count="}. The
   * result is empty if the range is something else.
   */
  public String attributeName() {
    int start = Math.min(column() - 1, sourceLine.length());
    Matcher name = ATTRIBUTE.matcher(sourceLine).region(Math.max(0, start - LONGEST_NAME), start);
    return name.find() ? name.group() : "";
  }

  /** Returns whether {@code other} starts inside this range, in the same file. */
  public boolean holdsStartOf(Location other) {
    return path.equals(other.path)
        && start.compareTo(other.start) <= 0
        && other.start.compareTo(end) < 0;
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
