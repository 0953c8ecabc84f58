package dev.autoheal.finding;

import dev.autoheal.text.Edit;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.Optional;

/**
 * A whole fix as one replacement of whole lines, for readers who do not have the file.
 *
 * @param place the lines that are replaced, without the line break of the last one
 * @param text the new text
 */
public record Suggestion(Location place, String text) {
  /** The longest suggestion. A file may be one line, which would be unreadable in a comment. */
  private static final int LONGEST = 2000;

  private static final String BOM = "\uFEFF";

  /** Creates a suggestion for an edit; empty if its lines are very long or hold a credential. */
  static Optional<Suggestion> of(Edit edit, SourceFile file) {
    return file.wholeLines(edit.span())
        .filter(lines -> lines.length() <= LONGEST)
        .map(lines -> of(edit, lines, file));
  }

  private static Suggestion of(Edit edit, Span lines, SourceFile file) {
    boolean hasBom = lines.start() == 0 && file.encoding().bom();
    Location place = file.locate(lines);
    String text =
        file.text().substring(lines.start(), edit.span().start())
            + edit.replacement()
            + file.text().substring(edit.span().end(), lines.end());
    return hasBom
        ? new Suggestion(
            new Location(place.path(), Location.startOf("").start(), place.end(), ""), BOM + text)
        : new Suggestion(place, text);
  }
}
