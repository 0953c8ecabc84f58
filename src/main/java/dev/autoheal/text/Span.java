package dev.autoheal.text;

/**
 * A half-open range of a text, in UTF-16 units from 0.
 *
 * @param start the first unit
 * @param end one past the last unit; equal to {@code start} for an empty span
 */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** An empty span, where something is to be inserted. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** The number of UTF-16 units. */
  public int length() {
    return end - start;
  }

  /** Whether every unit of {@code other} lies in this span; an empty one may lie at its end. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The text this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
