package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.RequestLimits.TimeLimit;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TimeSpan;
import java.util.Optional;

/**
 * Flags a {@code timeTaken} that a request may never reach, because something else ends it first.
 */
final class UnreachableTimeTaken implements ValueRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "something else ends a request before it counts as slow";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.attribute() == Attribute.TIME_TAKEN
        && value.value().isPresent()
        && !context.isPatch()) {
      report(value, context, reporter);
    }
  }

  /** Reports at most one finding. Of several limits, only the one that is reached first counts. */
  private static void report(SectionValue value, RuleContext context, Reporter reporter) {
    long taken = value.value().getAsLong();
    Optional<TimeLimit> limit =
        context
            .config()
            .map(RequestLimits::of)
            .flatMap(RequestLimits::first)
            .filter(each -> taken >= each.seconds());
    if (limit.isPresent()) {
      Related ending = Related.here(limit.get().at(), limit.get().name());
      reporter.report(value.span(), message(value, limit.get()), ending);
    } else if (taken > RequestLimits.FRONT_END) {
      reporter.report(value.span(), message(value));
    }
  }

  private static String message(SectionValue value, TimeLimit limit) {
    return "%s, but %s ends a request after %s; use less time"
        .formatted(value.quoted(), limit.name(), TimeSpan.words(limit.seconds()));
  }

  private static String message(SectionValue value) {
    return "%s, but the App Service front end ends a request after about 230 s; use less time"
        .formatted(value.quoted());
  }
}
