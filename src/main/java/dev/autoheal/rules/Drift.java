package dev.autoheal.rules;

import dev.autoheal.change.Change;
import dev.autoheal.change.Comparison;
import dev.autoheal.change.Difference;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import java.util.List;
import java.util.Optional;

/**
 * Flags a section that differs from what the policy requires, since web.config protects the app and
 * not the policy. It also reports a section that cannot be compared, unless another rule reports
 * the cause. Other rules report missing values.
 */
final class Drift implements FileRule {
  @Override
  public String summary() {
    return "the section differs from what the policy requires";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    Comparison comparison = context.comparison().orElse(null);
    if (comparison instanceof Comparison.Refused refused && !refused.structural()) {
      reporter.report(refused.at(), "cannot compare with the policy: " + refused.reason());
    }
    if (comparison instanceof Comparison.Compared compared) {
      context
          .config()
          .orElseThrow()
          .section()
          .ifPresentOrElse(
              section -> check(section, compared, DriftMessage.in(context), reporter),
              () -> checkMissing(context, compared, reporter));
    }
  }

  /** Reports a missing section as one finding, not one for each trigger that the section lacks. */
  private static void checkMissing(
      RuleContext context, Comparison.Compared compared, Reporter reporter) {
    if (compared.incomplete().isEmpty()) {
      compared.changes().stream()
          .limit(1)
          .forEach(
              change ->
                  reporter.report(
                      change.at(),
                      DriftMessage.in(context).missingSection(context.isTransform()),
                      required(change)));
    }
  }

  private static void check(
      Section section, Comparison.Compared compared, DriftMessage message, Reporter reporter) {
    boolean isActionMissing =
        section.missingAction().isPresent() || section.missingProgram().isPresent();
    StartedProgram program = StartedProgram.of(section.action());
    compared.differences().stream()
        .flatMap(difference -> causes(difference).stream())
        .filter(change -> !isMissingAttribute(change))
        .filter(change -> !isActionMissing || !isPartOfAction(change))
        .forEach(
            change ->
                reporter.report(
                    change.at(), message.of(change, program), related(change, program)));
  }

  /**
   * Returns the changes to report. A change of the action is the only cause, whatever program is
   * added or removed with it.
   */
  private static List<Change> causes(Difference difference) {
    Optional<Change> action =
        difference.changes().stream().filter(DriftMessage::isAction).findFirst();
    return action.map(List::of).orElse(difference.changes());
  }

  /**
   * Returns whether a change belongs to the action. The replacement of one action by another is a
   * separate cause and does not count.
   */
  private static boolean isPartOfAction(Change change) {
    boolean isStated = change.before().filter(before -> !before.isBlank()).isPresent();
    return change.key().isEmpty() && !(DriftMessage.isAction(change) && isStated);
  }

  private static boolean isMissingAttribute(Change change) {
    return change.key().isPresent() && change.attribute().isPresent() && change.before().isEmpty();
  }

  private static Related[] related(Change change, StartedProgram program) {
    return DriftMessage.isAction(change)
        ? program.after(required(change))
        : new Related[] {required(change)};
  }

  private static Related required(Change change) {
    return Related.elsewhere(change.policy(), "required here");
  }
}
