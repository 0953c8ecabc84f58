package dev.autoheal.change;

import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;

/** A file after the fixes of its findings, read back before it may reach the disk. */
public final class Mended {
  private Mended() {}

  /**
   * The file with the edits of fixes applied.
   *
   * @throws ProofFailure if the result does not read back, or anything outside the edits moved
   */
  public static SourceFile of(SourceFile before, Edits edits) {
    SourceFile after = before.with(edits);
    Proof.demandOnlyEdited(before, after, edits);
    Proof.demand(
        XmlDocument.parse(after) instanceof XmlDocument.Parsed, "the result is not well-formed");
    return after;
  }
}
