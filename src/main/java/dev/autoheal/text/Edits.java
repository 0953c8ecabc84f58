package dev.autoheal.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Edits of one text, sorted, none overlapping another. Nothing else makes file content. */
public final class Edits {
  private final List<Edit> sorted;

  private Edits(List<Edit> sorted) {
    this.sorted = sorted;
  }

  /**
   * Sorts the edits; several insertions at one offset become one, in the order given.
   *
   * @throws IllegalArgumentException if two edits overlap
   */
  public static Edits of(List<Edit> edits) {
    List<Edit> byStart = new ArrayList<>(edits);
    byStart.sort(Comparator.comparing(Edit::span));
    List<Edit> sorted = new ArrayList<>();
    for (Edit edit : byStart) {
      Edit last = sorted.isEmpty() ? null : sorted.get(sorted.size() - 1);
      if (last == null || last.span().end() < edit.span().start()) {
        sorted.add(edit);
      } else if (last.span().end() == edit.span().start()) {
        Span joined = new Span(last.span().start(), edit.span().end());
        sorted.set(sorted.size() - 1, new Edit(joined, last.replacement() + edit.replacement()));
      } else {
        throw new IllegalArgumentException("edits overlap: " + last + " and " + edit);
      }
    }
    return new Edits(List.copyOf(sorted));
  }

  /** These edits of {@code older}, and then {@code later} ones of the result, as edits at once. */
  public Edits then(Edits later, String older) {
    PieceTable pieces = new PieceTable(older);
    pieces.apply(this);
    pieces.apply(later);
    return pieces.edits(older.length());
  }

  /** By position; two that touch are one. */
  public List<Edit> list() {
    return sorted;
  }

  /** Whether applying would change nothing. */
  public boolean isEmpty() {
    return sorted.isEmpty();
  }

  /** The text after the edits. */
  public String applyTo(String text) {
    StringBuilder result = new StringBuilder(text.length() + 256);
    int from = 0;
    for (Edit edit : sorted) {
      result.append(text, from, edit.span().start()).append(edit.replacement());
      from = edit.span().end();
    }
    return result.append(text, from, text.length()).toString();
  }

  /** The bytes after the edits: those outside them are copied from the file, never encoded anew. */
  public byte[] applyTo(SourceFile file) {
    byte[] bytes = file.bytes();
    Encoding encoding = file.encoding();
    ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length + 256);
    int copied = 0;
    int offset = encoding.bomLength();
    int from = 0;
    for (Edit edit : sorted) {
      offset += encoding.length(file.text(), from, edit.span().start());
      result.write(bytes, copied, offset - copied);
      result.writeBytes(encoding.encode(edit.replacement()));
      offset += encoding.length(file.text(), edit.span().start(), edit.span().end());
      copied = offset;
      from = edit.span().end();
    }
    result.write(bytes, copied, bytes.length - copied);
    return result.toByteArray();
  }
}
