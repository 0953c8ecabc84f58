package dev.autoheal.policy.read;

import dev.autoheal.text.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The text of a policy, to turn the engine's marks, which count code points, into spans. */
final class YamlOffsets {
  private final String text;
  private final int[] offsets;

  YamlOffsets(String text) {
    this.text = text;
    this.offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, offset = 0; i < offsets.length; i++) {
      offsets[i] = offset;
      offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
    }
  }

  Span span(Event event) {
    int start = offset(event.getStartMark());
    return new Span(start, Math.max(start, offset(event.getEndMark())));
  }

  /** Where a mark stands; the end of the text when there is none. */
  int offset(Optional<Mark> mark) {
    return mark.map(at -> at(at.getIndex())).orElse(text.length());
  }

  /** The offset in UTF-16 units of a code point, which may lie past the end. */
  int at(int codePoint) {
    return offsets[Math.min(codePoint, offsets.length - 1)];
  }

  /** The code point at {@code offset}; 0 at the end. */
  int codePointAt(int offset) {
    return offset < text.length() ? text.codePointAt(offset) : 0;
  }
}
