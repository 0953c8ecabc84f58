package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Quoted;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Flags a value that is not a time span. A time span is {@code hh:mm:ss}, or {@code d.hh:mm:ss}
 * with days. It is documented that IIS refuses minutes and seconds above 59. How IIS reads anything
 * else is not documented.
 */
final class InvalidTimeSpan implements ValueRule {
  private static final Pattern REFUSED = Pattern.compile("\\d{1,7}:\\d\\d:\\d\\d");

  @Override
  public String summary() {
    return "a value is not a time span IIS takes";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.is(SectionValue.State.UNREADABLE)
        && value.attribute().type() == Attribute.Type.TIME_SPAN) {
      reporter.report(value.span(), message(value), fix(value));
    }
  }

  private static String message(SectionValue value) {
    return "%s is not a time span IIS %s: %s"
        .formatted(
            Quoted.of(value.text()),
            REFUSED.matcher(value.text()).matches() ? "accepts" : "is known to accept",
            TimeSpanSuggestion.of(value.text())
                .map(TimeSpanSuggestion::advice)
                .orElse("write hh:mm:ss, 00:10:00 for ten minutes"));
  }

  private static Optional<Fix> fix(SectionValue value) {
    return TimeSpanSuggestion.of(value.text())
        .flatMap(TimeSpanSuggestion::onlyReading)
        .map(time -> Fix.safe("write " + time, new Edit(value.span(), time)));
  }
}
