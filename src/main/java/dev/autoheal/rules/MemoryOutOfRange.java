package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.SectionValue;
import java.util.Optional;

/**
 * Flags a memory threshold that is too low or too high to be intended. The unit is KB (1024 bytes),
 * but people also write bytes, MB or GB. The portal accepts more than 102400 KB (100 MB), up to
 * 33554432 KB (32 GB).
 */
final class MemoryOutOfRange implements ValueRule {
  private static final long UNIT = 1024;

  @Override
  public String summary() {
    return "the memory threshold is too low or too high";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.is(SectionValue.State.OUT_OF_RANGE) && value.attribute() == Attribute.PRIVATE_BYTES) {
      report(value, context, reporter);
    }
  }

  private static void report(SectionValue value, RuleContext context, Reporter reporter) {
    if (context.isExplainedByPlan(value)) {
      reporter.report(
          Severity.INFO,
          value.span(),
          "%s fits the plan, but the portal accepts at most %s"
              .formatted(value.quotedWithUnit(), MemorySize.words(MemorySize.PORTAL_MAXIMUM)),
          Optional.empty());
    } else {
      reporter.report(value.span(), message(value));
    }
  }

  private static String message(SectionValue value) {
    long seen = value.value().getAsLong();
    if (seen == 0) {
      return value.quoted() + " means no limit only in portal exports; remove <memory>";
    }
    return "%s is too %s"
        .formatted(
            value.quotedWithUnit(),
            seen > MemorySize.PORTAL_MAXIMUM
                ? "high; " + tooMuch(seen)
                : "low; " + tooLittle(seen));
  }

  private static String tooLittle(long seen) {
    return guess(seen, "MB", UNIT)
        .or(() -> guess(seen, "GB", UNIT * UNIT))
        .orElse("use more than %d (100 MB)".formatted(MemorySize.PORTAL_FLOOR));
  }

  private static Optional<String> guess(long seen, String unit, long factor) {
    long meant = seen * factor;
    boolean sensible = meant > MemorySize.PORTAL_FLOOR && meant <= MemorySize.PORTAL_MAXIMUM;
    return sensible
        ? Optional.of("use %d if you meant %d %s".formatted(meant, seen, unit))
        : Optional.empty();
  }

  private static String tooMuch(long seen) {
    long meant = seen / UNIT;
    return meant > MemorySize.PORTAL_FLOOR
        ? "use %d if you meant bytes".formatted(meant)
        : "use at most %d (32 GB)".formatted(MemorySize.PORTAL_MAXIMUM);
  }
}
