package dev.autoheal.policy.read;

import dev.autoheal.text.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Converts the marks of the YAML parser, which count code points, to offsets and spans of UTF-16
 * units.
 */
final class YamlOffsets {
  private final String text;
  private final int[] offsets;

  /** Indexes the text of a policy. */
  YamlOffsets(String text) {
    this.text = text;
    this.offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, offset = 0; i < offsets.length; i++) {
      offsets[i] = offset;
      offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
    }
  }

  /** Returns the span of an event. */
  Span span(Event event) {
    int start = offset(event.getStartMark());
    return new Span(start, Math.max(start, offset(event.getEndMark())));
  }

  /** Returns the offset of a mark; the end of the text when there is none. */
  int offset(Optional<Mark> mark) {
    return mark.map(at -> at(at.getIndex())).orElse(text.length());
  }

  /**
   * Returns the offset of a code point in UTF-16 units.
   *
   * @param codePoint the number of code points before it, from 0; beyond the end it gives the end
   *     of the text
   */
  int at(int codePoint) {
    return offsets[Math.min(codePoint, offsets.length - 1)];
  }

  /** Returns the code point at {@code offset}; 0 at the end. */
  int codePointAt(int offset) {
    return offset < text.length() ? text.codePointAt(offset) : 0;
  }
}
