package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Quoted;
import java.util.OptionalLong;

/**
 * Flags a {@code timeInterval} shorter than the {@code timeTaken} of one slow request, which the
 * portal refuses.
 */
final class IntervalBelowTimeTaken implements TriggerRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "timeInterval is shorter than timeTaken";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    if (isBelow(trigger)) {
      SectionValue interval = trigger.values().get(Attribute.TIME_INTERVAL);
      SectionValue taken = trigger.values().get(Attribute.TIME_TAKEN);
      reporter.report(
          interval.span(),
          "%s is shorter than %s; use %s or more"
              .formatted(
                  Quoted.attribute("timeInterval", interval.text()),
                  Quoted.attribute("timeTaken", taken.text()),
                  Attribute.TIME_TAKEN.format(taken.value().getAsLong())),
          Related.here(taken.span(), "timeTaken"));
    }
  }

  /**
   * Returns whether the interval is too short. A timeTaken that no request reaches is too long with
   * any interval, so it does not count here.
   */
  private static boolean isBelow(TriggerElement trigger) {
    OptionalLong interval = trigger.valid(Attribute.TIME_INTERVAL);
    OptionalLong taken = trigger.valid(Attribute.TIME_TAKEN);
    return interval.isPresent()
        && taken.isPresent()
        && interval.getAsLong() < taken.getAsLong()
        && taken.getAsLong() <= RequestLimits.FRONT_END;
  }
}
