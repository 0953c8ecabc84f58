package dev.autoheal.rules;

import dev.autoheal.policy.Plan;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;
import java.util.Optional;
import java.util.stream.Stream;

/** What a memory trigger comes to on the plan of its app; one of three rules says it. */
enum PlanMemory {
  /** All that an instance has, or more. */
  ABOVE_PLAN,
  /** More than a 32-bit worker may ever have. */
  ABOVE_32_BIT,
  /** More than the platform lets a worker have. */
  ABOVE_PROACTIVE,
  SOUND;

  /** A 32-bit worker ends at 2 GB by one page of Microsoft, at 4 GB by another; in KB. */
  static final long MOST_OF_32_BIT = 2 * 1024 * 1024;

  /** The memory triggers of a file of which that holds. */
  static Stream<SectionValue> in(RuleContext subject, PlanMemory what) {
    if (subject.app().isEmpty()) {
      return Stream.empty();
    }
    Plan plan = subject.app().get().plan();
    return subject.sections().stream()
        .flatMap(section -> section.values())
        .filter(value -> value.attribute() == Attribute.PRIVATE_BYTES && subject.isPlausible(value))
        .filter(value -> of(value.value().getAsLong(), plan) == what);
  }

  private static PlanMemory of(long seen, Plan plan) {
    Optional<Long> memory = plan.instance().map(Plan.Instance::memory);
    if (memory.filter(most -> seen >= most).isPresent()) {
      return ABOVE_PLAN;
    }
    if (seen > MOST_OF_32_BIT && plan.bitness().filter(width -> width.bits() == 32).isPresent()) {
      return ABOVE_32_BIT;
    }
    boolean isLate =
        plan.isProactive() && plan.instance().filter(each -> seen > each.proactive()).isPresent();
    return isLate ? ABOVE_PROACTIVE : SOUND;
  }
}
