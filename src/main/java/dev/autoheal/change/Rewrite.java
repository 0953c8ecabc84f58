package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A file brought to what a policy asks, and proven to be.
 *
 * @param edits of the text before; empty when nothing changes
 * @param after the file with the edits applied
 * @param differences that the edits close
 */
public record Rewrite(Edits edits, SourceFile after, List<Difference> differences) {
  public Rewrite {
    differences = List.copyOf(differences);
  }

  /**
   * Closes the differences of a comparison; empty when the file has to be left alone.
   *
   * @param rebuild whether a section whose parts cannot be told apart is replaced as a whole
   * @throws VerificationFailure if the result does not read back as it should
   */
  public static Optional<Rewrite> of(
      WebConfig config, DesiredSection asked, Comparison comparison, boolean rebuild) {
    if (comparison instanceof Comparison.Compared compared && compared.incomplete().isEmpty()) {
      Edits edits =
          compared.differences().isEmpty()
              ? Edits.of(List.of())
              : new SectionRewriter(config, asked, compared.changes()).edits();
      return Optional.of(proven(config, asked, edits, compared.differences()));
    }
    boolean rebuildable =
        rebuild
            && comparison instanceof Comparison.Refused refused
            && refused.structural()
            && !config.sections().isEmpty();
    return rebuildable
        ? new SectionRebuilder(config, asked)
            .result()
            .map(result -> proven(config, asked, result.edits(), result.differences()))
        : Optional.empty();
  }

  private static Rewrite proven(
      WebConfig config, DesiredSection asked, Edits edits, List<Difference> differences) {
    SourceFile before = config.document().file();
    if (edits.isEmpty()) {
      return new Rewrite(edits, before, differences);
    }
    SourceFile after = before.with(edits);
    new RewriteVerifier(before, after, asked).check(edits);
    return new Rewrite(edits, after, differences);
  }
}
