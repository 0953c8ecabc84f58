package dev.autoheal.rule;

import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Values that can be read and make no sense; one rule says so, and no other judges them. */
final class OutOfRange {
  /** The portal takes more than 100 MB. */
  static final long TOO_LITTLE_MEMORY = 102_400;

  /** The portal takes up to 32 GB. */
  static final long MOST_MEMORY = 33_554_432;

  private OutOfRange() {}

  /** All of a section. */
  static Stream<SectionValue> in(Section section) {
    return section.values().filter(OutOfRange::test);
  }

  /** Whether a value is one of them. */
  static boolean test(SectionValue value) {
    if (value.value().isEmpty()) {
      return false;
    }
    long seen = value.value().getAsLong();
    return switch (value.attribute()) {
      case COUNT, TIME_INTERVAL, TIME_TAKEN -> seen == 0;
      case PRIVATE_BYTES -> seen <= TOO_LITTLE_MEMORY || seen > MOST_MEMORY;
      case STATUS_CODE -> seen < 100 || seen > 599;
      case SUB_STATUS_CODE, WIN32_STATUS_CODE -> false;
    };
  }

  /** Whether a value of this file is one of them, and the plan of its app does not explain it. */
  static boolean test(SectionValue value, Subject subject) {
    return test(value) && !isInPlan(value, subject);
  }

  /** Whether it is memory that only few instances have, but the one of this app does. */
  static boolean isInPlan(SectionValue value, Subject subject) {
    return value.attribute() == Attribute.PRIVATE_BYTES
        && value.value().orElse(0) > MOST_MEMORY
        && subject
            .instance()
            .filter(instance -> value.value().orElse(0) <= instance.memory())
            .isPresent();
  }

  /** The value of a trigger; empty when it is missing, a token, unreadable or out of range. */
  static OptionalLong sound(TriggerElement trigger, Attribute attribute) {
    SectionValue value = trigger.values().get(attribute);
    return value == null || test(value) ? OptionalLong.empty() : value.value();
  }
}
