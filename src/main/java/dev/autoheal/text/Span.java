package dev.autoheal.text;

/**
 * A half-open range of a text, in UTF-16 units from 0.
 *
 * @param start the first unit
 * @param end one past the last unit; equal to {@code start} for an empty span
 */
public record Span(int start, int end) implements Comparable<Span> {
  /**
   * Creates a span.
   *
   * @throws IllegalArgumentException if {@code start} is negative, or {@code end} is before it
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** Written by hand, since the JVM takes milliseconds to link the generated one. */
  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  /** Returns the empty span at {@code offset}, for an insertion. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Returns the number of UTF-16 units. */
  public int length() {
    return end - start;
  }

  /**
   * Returns whether every unit of {@code other} is in this span; an empty one may be at its end.
   */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Returns whether {@code other} starts at a unit of this span. */
  public boolean holdsStartOf(Span other) {
    return start <= other.start && other.start < end;
  }

  /** Returns the part of {@code text} that this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }

  /**
   * Returns the span without the XML white space at its ends; empty at its end if it has no other.
   */
  public Span trimmedIn(String text) {
    int from = start;
    while (from < end && isSpace(text.charAt(from))) {
      from++;
    }
    int to = end;
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  private static boolean isSpace(char c) {
    return " \t\r\n".indexOf(c) >= 0;
  }
}
