package dev.autoheal.text;

/**
 * A replacement of one span of a text.
 *
 * @param span the text that is replaced; empty for an insertion
 * @param replacement the new text; empty for a removal
 */
public record Edit(Span span, String replacement) {
  /** Returns an edit that inserts {@code text} before {@code offset}. */
  public static Edit insert(int offset, String text) {
    return new Edit(Span.at(offset), text);
  }

  /** Returns an edit that removes the text of {@code span}. */
  public static Edit remove(Span span) {
    return new Edit(span, "");
  }
}
