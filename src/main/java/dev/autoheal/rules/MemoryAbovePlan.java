package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.Subject;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Size;

/** No worker gets all the memory of its instance, so the trigger never fires. */
final class MemoryAbovePlan implements Rule {
  @Override
  public String summary() {
    return "a memory limit is all that an instance of the plan has, or more";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    PlanMemory.in(subject, PlanMemory.ABOVE_PLAN)
        .forEach(value -> report(value, subject, reporter));
  }

  private static void report(SectionValue value, Subject subject, Reporter reporter) {
    Plan.Instance instance = subject.instance().orElseThrow();
    reporter.report(
        value.span(),
        "privateBytesInKB is %s, and an instance has %s in all: the trigger never fires, write less"
            .formatted(Size.words(value.value().getAsLong()), Size.words(instance.memory())),
        new Related(instance.place(), "the plan"));
  }
}
