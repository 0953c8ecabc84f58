package dev.autoheal.change;

import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;

/**
 * Applies the fixes of findings to a file and verifies the result before it may be written to disk.
 */
public final class FixVerifier {
  private FixVerifier() {}

  /**
   * Returns the file with the edits of fixes applied.
   *
   * @throws VerificationFailure if the result is not well-formed, or if anything outside the edits
   *     changed
   */
  public static SourceFile of(SourceFile before, Edits edits) {
    SourceFile after = before.with(edits);
    RewriteVerifier.requireOnlyEdited(before, after, edits);
    RewriteVerifier.require(
        XmlDocument.parse(after) instanceof XmlDocument.Parsed, "the result is not well-formed");
    return after;
  }
}
