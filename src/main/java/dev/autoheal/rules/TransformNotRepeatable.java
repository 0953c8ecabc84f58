package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Quoted;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import java.util.Optional;

/**
 * Flags a plain {@code Insert} in a transform that a build applies to its own result. Each build
 * then adds one more, and with two sections the site is down.
 */
final class TransformNotRepeatable implements FileRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "each build inserts another element into the result of the last one";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (!context.isPatch()) {
      return;
    }
    context.outcomes().stream()
        .filter(outcome -> outcome.repeats(context.file().path()))
        .flatMap(outcome -> outcome.result().stream())
        .flatMap(result -> result.steps().stream())
        .filter(step -> step.type() == TransformType.INSERT)
        .filter(step -> TransformType.bearsOnSection(step.element()))
        .forEach(step -> report(step, reporter));
  }

  private static void report(TransformStep step, Reporter reporter) {
    boolean isSection = step.element().name().equals("monitoring");
    reporter.report(
        TransformType.attribute(step.element()).orElseThrow().valueSpan(),
        "each build inserts another %s; use %s"
            .formatted(
                Quoted.element(step.element().name()),
                isSection
                    ? "InsertIfMissing on an empty one, then Replace here"
                    : "InsertIfMissing with xdt:Locator"),
        isSection ? Optional.of(SafePattern.fix(step, /* isFirst= */ true)) : Optional.empty());
  }
}
