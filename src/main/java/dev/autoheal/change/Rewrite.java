package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A file that was changed to what a policy requires, and verified.
 *
 * @param edits the edits of the text before; empty when nothing changes
 * @param after the file with the edits applied
 * @param differences the differences that the edits close
 */
public record Rewrite(Edits edits, SourceFile after, List<Difference> differences) {
  /** Copies the list. */
  public Rewrite {
    differences = List.copyOf(differences);
  }

  /** The treatment of a section whose parts are ambiguous. */
  public enum Rebuild {
    /** The section is not changed. */
    NOT,
    /** The whole section is replaced, and omitted parts are kept as comments. */
    KEEPING,
    /** The whole section is replaced, and omitted parts are lost. */
    DISCARDING
  }

  /**
   * Closes the differences of a comparison; empty when the file must not be changed.
   *
   * @param rebuild whether a section whose parts are ambiguous is replaced as a whole
   * @throws VerificationFailure if the result does not read back as it should
   */
  public static Optional<Rewrite> of(
      WebConfig config, DesiredSection desired, Comparison comparison, boolean rebuild) {
    return of(config, desired, comparison, rebuild ? Rebuild.KEEPING : Rebuild.NOT);
  }

  /**
   * Closes the differences of a comparison; empty when the file must not be changed.
   *
   * @param config the file
   * @param desired what the policy requires of it
   * @param comparison the result of comparing the two
   * @param rebuild the treatment of a section whose parts are ambiguous
   * @throws VerificationFailure if the result does not read back as it should
   */
  public static Optional<Rewrite> of(
      WebConfig config, DesiredSection desired, Comparison comparison, Rebuild rebuild) {
    if (comparison instanceof Comparison.Compared compared && compared.incomplete().isEmpty()) {
      Edits edits =
          compared.differences().isEmpty()
              ? Edits.of(List.of())
              : new SectionRewriter(config, desired, compared.changes()).edits();
      return Optional.of(verified(config, desired, edits, compared.differences()));
    }
    boolean rebuildable =
        rebuild != Rebuild.NOT
            && comparison instanceof Comparison.Refused refused
            && refused.structural()
            && !config.sections().isEmpty();
    return rebuildable
        ? new SectionRebuilder(config, desired, rebuild == Rebuild.DISCARDING)
            .result()
            .map(result -> verified(config, desired, result.edits(), result.differences()))
        : Optional.empty();
  }

  private static Rewrite verified(
      WebConfig config, DesiredSection desired, Edits edits, List<Difference> differences) {
    SourceFile before = config.document().file();
    if (edits.isEmpty()) {
      return new Rewrite(edits, before, differences);
    }
    SourceFile after = before.with(edits);
    new RewriteVerifier(before, after, desired).check(edits);
    return new Rewrite(edits, after, differences);
  }
}
