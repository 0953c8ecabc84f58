package dev.autoheal.xdt;

import dev.autoheal.text.FileSpan;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import java.util.List;

/** Maps the pieces of a text to their origins. */
public final class SourceMap {
  private final List<Piece> pieces;

  /**
   * A piece of the text, which reaches to the next piece.
   *
   * @param start its offset in the resulting text, from 0
   * @param file the file that it comes from
   * @param from the span in {@code file}; for a generated piece, the span that it was made for
   * @param isMade whether the piece was generated, not copied
   */
  record Piece(int start, SourceFile file, Span from, boolean isMade) {}

  /**
   * Creates a map.
   *
   * @param pieces at least one piece, ordered by start; the first one starts at 0
   */
  SourceMap(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /** Returns the map of a document that was not changed. */
  static SourceMap none(XmlDocument document) {
    SourceFile file = document.file();
    return new SourceMap(List.of(new Piece(0, file, new Span(0, file.text().length()), false)));
  }

  /**
   * Returns the origin of a span of the text. If the span has several origins, the first one
   * counts.
   */
  public FileSpan of(Span span) {
    Piece piece = at(span.start());
    if (piece.isMade) {
      return new FileSpan(piece.file, piece.from);
    }
    int start = Math.min(piece.from.start() + span.start() - piece.start, piece.from.end());
    int end = Math.min(start + span.length(), piece.from.end());
    return new FileSpan(piece.file, new Span(start, end));
  }

  private Piece at(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (pieces.get(middle).start <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pieces.get(low);
  }
}
