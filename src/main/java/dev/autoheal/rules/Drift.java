package dev.autoheal.rules;

import dev.autoheal.change.Change;
import dev.autoheal.change.Comparison;
import dev.autoheal.change.Difference;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What protects the app is what stands in web.config, not what the policy says. What cannot be
 * read, makes no sense or is missing from what stands is another rule's finding.
 */
final class Drift implements Rule {
  @Override
  public String summary() {
    return "the section is not what the policy asks for";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    Comparison comparison = subject.comparison().orElse(null);
    if (comparison instanceof Comparison.Refused refused && !refused.structural()) {
      reporter.report(refused.at(), "not compared with the policy: " + refused.reason());
    }
    if (comparison instanceof Comparison.Compared compared) {
      subject
          .config()
          .orElseThrow()
          .section()
          .ifPresentOrElse(
              section -> check(subject, section, compared, reporter),
              () -> checkMissing(subject, compared, reporter));
    }
  }

  /** One cause is one finding: no section, not each trigger that is not in it. */
  private static void checkMissing(
      RuleContext subject, Comparison.Compared compared, Reporter reporter) {
    if (compared.incomplete().isEmpty()) {
      compared.changes().stream()
          .limit(1)
          .forEach(
              change ->
                  report(
                      change,
                      subject.isTransform()
                          ? "this transform brings in no AutoHeal section, the policy asks for one"
                          : "there is no AutoHeal section, the policy asks for one",
                      reporter));
    }
  }

  private static void check(
      RuleContext subject, Section section, Comparison.Compared compared, Reporter reporter) {
    Set<Span> wrong = section.unreadable();
    section
        .values(SectionValue.State.OUT_OF_RANGE)
        .filter(value -> !subject.isExplainedByPlan(value))
        .forEach(value -> wrong.add(value.span()));
    boolean isActionMissing =
        section.missingAction().isPresent() || section.missingProgram().isPresent();
    compared.differences().stream()
        .flatMap(difference -> causes(difference).stream())
        .filter(change -> !isMissingAttribute(change) && !wrong.contains(change.at()))
        .filter(change -> !isActionMissing || !isPartOfAction(change))
        .forEach(change -> report(change, DriftMessage.of(change), reporter));
  }

  /** Another action is one cause, whatever program comes or goes with it. */
  private static List<Change> causes(Difference difference) {
    Optional<Change> action =
        difference.changes().stream().filter(DriftMessage::isAction).findFirst();
    return action.map(List::of).orElse(difference.changes());
  }

  /** Not another action, which is a cause of its own. */
  private static boolean isPartOfAction(Change change) {
    boolean stands = change.before().filter(before -> !before.isBlank()).isPresent();
    return change.key().isEmpty() && !(DriftMessage.isAction(change) && stands);
  }

  private static boolean isMissingAttribute(Change change) {
    return change.key().isPresent() && change.attribute().isPresent() && change.before().isEmpty();
  }

  private static void report(Change change, String message, Reporter reporter) {
    reporter.report(change.at(), message, new Related(change.policy(), "asked for here"));
  }
}
