package dev.autoheal.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A sorted list of edits of one text, which do not overlap. Nothing else changes the content of
 * files.
 */
public final class Edits {
  private final List<Edit> sorted;

  private Edits(List<Edit> sorted) {
    this.sorted = sorted;
  }

  /**
   * Sorts the edits. Edits that touch become one; several insertions at one offset keep the order
   * given.
   *
   * @throws IllegalArgumentException if two edits overlap
   */
  public static Edits of(List<Edit> edits) {
    List<Edit> byStart = new ArrayList<>(edits);
    byStart.sort(Order.by(Edit::span));
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

  /**
   * Combines these edits with later ones into edits of the older text.
   *
   * @param later edits of the text that these edits result in
   * @param older the text that these edits apply to
   */
  public Edits then(Edits later, String older) {
    PieceTable pieces = new PieceTable(older);
    pieces.apply(this);
    pieces.apply(later);
    return pieces.edits(older.length());
  }

  /** Returns the edits by position; edits that touch are one. */
  public List<Edit> list() {
    return sorted;
  }

  /** Returns whether there is no edit. */
  public boolean isEmpty() {
    return sorted.isEmpty();
  }

  /** Returns the text after the edits. */
  public String applyTo(String text) {
    StringBuilder result = new StringBuilder(text.length() + 256);
    int from = 0;
    for (Edit edit : sorted) {
      result.append(text, from, edit.span().start()).append(edit.replacement());
      from = edit.span().end();
    }
    return result.append(text, from, text.length()).toString();
  }

  /**
   * Returns the bytes after the edits. Those outside the edits are copied from the file, never
   * encoded again.
   *
   * @throws IllegalArgumentException if the encoding of the file cannot encode a replacement
   */
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
