package dev.autoheal.rules;

import dev.autoheal.policy.Plan;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;
import java.util.Optional;

/** Classifies a memory trigger by the plan of its app. One of three rules reports each problem. */
enum PlanMemory {
  /** The limit is all the memory that an instance has, or more. */
  ABOVE_PLAN,
  /** The limit is more than a 32-bit worker may ever have. */
  ABOVE_32_BIT,
  /** The limit is more than the platform lets a worker have. */
  ABOVE_PROACTIVE,
  /** The limit has none of these problems, as far as the plan is known. */
  SOUND;

  /**
   * The most memory of a 32-bit worker, in KB. One page of Microsoft says 2 GB, another says 4 GB.
   */
  static final long MOST_OF_32_BIT = 2 * 1024 * 1024;

  /**
   * Classifies a value. A value that is not a number is sound, and so is every value in a file
   * without an app.
   */
  static PlanMemory of(SectionValue value, RuleContext context) {
    return value.attribute() == Attribute.PRIVATE_BYTES && value.value().isPresent()
        ? context.app().map(app -> of(value.value().getAsLong(), app.plan())).orElse(SOUND)
        : SOUND;
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
