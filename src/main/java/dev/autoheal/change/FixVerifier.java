package dev.autoheal.change;

import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;

/** A file after the fixes of its findings, read back before it may reach the disk. */
public final class FixVerifier {
  private FixVerifier() {}

  /**
   * The file with the edits of fixes applied.
   *
   * @throws VerificationFailure if the result does not read back, or anything outside the edits
   *     moved
   */
  public static SourceFile of(SourceFile before, Edits edits) {
    SourceFile after = before.with(edits);
    RewriteVerifier.demandOnlyEdited(before, after, edits);
    RewriteVerifier.demand(
        XmlDocument.parse(after) instanceof XmlDocument.Parsed, "the result is not well-formed");
    return after;
  }
}
