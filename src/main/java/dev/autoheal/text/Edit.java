package dev.autoheal.text;

/**
 * A span of a text and what stands there afterwards.
 *
 * @param span what is replaced; empty for an insertion
 * @param replacement the new text; empty for a removal
 */
public record Edit(Span span, String replacement) {
  /** New text in front of {@code offset}. */
  public static Edit insert(int offset, String text) {
    return new Edit(Span.at(offset), text);
  }

  /** The text of {@code span} taken out. */
  public static Edit remove(Span span) {
    return new Edit(span, "");
  }
}
