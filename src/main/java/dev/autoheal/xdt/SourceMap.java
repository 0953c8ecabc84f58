package dev.autoheal.xdt;

import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import java.util.List;

/** Where the pieces of a text come from. */
public final class SourceMap {
  private final List<Piece> pieces;

  /**
   * A piece of the text, up to the next.
   *
   * @param start in the text that results
   * @param from where it stands in {@code file}; of a piece that was made what it stands for
   */
  record Piece(int start, SourceFile file, Span from, boolean isMade) {}

  SourceMap(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /** Of a document that is as it was. */
  static SourceMap none(XmlDocument document) {
    SourceFile file = document.file();
    return new SourceMap(List.of(new Piece(0, file, new Span(0, file.text().length()), false)));
  }

  /** Where a span of the text comes from; of one with several origins the first. */
  public Location of(Span span) {
    Piece piece = at(span.start());
    if (piece.isMade) {
      return piece.file.locate(piece.from);
    }
    int start = Math.min(piece.from.start() + span.start() - piece.start, piece.from.end());
    int end = Math.min(start + span.length(), piece.from.end());
    return piece.file.locate(new Span(start, end));
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
