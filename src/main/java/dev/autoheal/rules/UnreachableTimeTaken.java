package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.RequestLimits.TimeLimit;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a {@code timeTaken} that a request may never reach, because something else ends it first.
 */
final class UnreachableTimeTaken implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "requests are ended before they count as slow";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    for (Section section : context.isPatch() ? List.<Section>of() : context.sections()) {
      section
          .values()
          .filter(value -> value.attribute() == Attribute.TIME_TAKEN && value.value().isPresent())
          .forEach(value -> check(value, context, reporter));
    }
  }

  /**
   * Checks one {@code timeTaken}. Of several limits, only the one that is reached first is
   * reported.
   */
  private static void check(SectionValue value, RuleContext context, Reporter reporter) {
    long taken = value.value().getAsLong();
    Optional<TimeLimit> limit =
        context
            .config()
            .map(RequestLimits::of)
            .flatMap(RequestLimits::first)
            .filter(each -> taken >= each.seconds());
    Related[] related =
        limit.stream()
            .map(each -> new Related(context.file().locate(each.at()), each.name()))
            .toArray(Related[]::new);
    Stream.concat(
            limit.map(each -> message(value, each)).stream(),
            taken > RequestLimits.FRONT_END ? Stream.of(message(value)) : Stream.empty())
        .limit(1)
        .forEach(message -> reporter.report(value.span(), message, related));
  }

  private static String message(SectionValue value, TimeLimit limit) {
    return "timeTaken is %s, but %s ends a request after %s: the trigger may never fire, write less"
        .formatted(value.text(), limit.name(), TimeSpan.words(limit.seconds()));
  }

  private static String message(SectionValue value) {
    return ("timeTaken is %s, but the front end of App Service gives a request up after about 230 s:"
            + " users see errors long before the trigger fires, write less")
        .formatted(value.text());
  }
}
