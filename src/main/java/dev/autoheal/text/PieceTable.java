package dev.autoheal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that consists of pieces of an older one with new text between them. It expresses edits of
 * edited text as edits of the older text.
 */
final class PieceTable {
  /**
   * A run of text.
   *
   * @param start its offset in the older text; -1 for new text
   * @param text its characters
   */
  private record Piece(int start, String text) {
    Piece sub(int from, int to) {
      return new Piece(start < 0 ? -1 : start + from, text.substring(from, to));
    }
  }

  private List<Piece> pieces;

  /** Creates a table that equals the older text. */
  PieceTable(String older) {
    pieces = List.of(new Piece(0, older));
  }

  /** Applies edits of the text in its present state. */
  void apply(Edits edits) {
    List<Piece> next = new ArrayList<>();
    int at = 0;
    for (Edit edit : edits.list()) {
      copy(at, edit.span().start(), next);
      next.add(new Piece(-1, edit.replacement()));
      at = edit.span().end();
    }
    copy(at, Integer.MAX_VALUE, next);
    pieces = next;
  }

  private void copy(int from, int to, List<Piece> into) {
    int offset = 0;
    for (Piece piece : pieces) {
      int start = Math.max(from - offset, 0);
      int end = Math.min(to - offset, piece.text.length());
      if (start < end) {
        into.add(piece.sub(start, end));
      }
      offset += piece.text.length();
    }
  }

  /**
   * Returns the edits that turn the older text into this one.
   *
   * @param olderLength the length of the older text in UTF-16 units
   */
  Edits edits(int olderLength) {
    List<Edit> edits = new ArrayList<>();
    StringBuilder fresh = new StringBuilder();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.start < 0) {
        fresh.append(piece.text);
      } else {
        add(at, piece.start, fresh, edits);
        at = piece.start + piece.text.length();
      }
    }
    add(at, olderLength, fresh, edits);
    return Edits.of(edits);
  }

  private static void add(int from, int to, StringBuilder fresh, List<Edit> edits) {
    if (from < to || !fresh.isEmpty()) {
      edits.add(new Edit(new Span(from, to), fresh.toString()));
      fresh.setLength(0);
    }
  }
}
