package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.LenientDuration;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
      String stripped = value.text().strip();
      Optional<LenientDuration> meant = LenientDuration.parse(stripped);
      List<String> times =
          meant.stream().flatMap(each -> each.seconds().stream()).map(TimeSpan::format).toList();
      if (TimeSpan.parse(stripped).isPresent()) {
        report(value, "leave the blanks out", List.of(stripped), reporter);
      } else if (meant.isPresent()
          && times.stream().allMatch(time -> TimeSpan.parse(time).isPresent())) {
        report(value, advice(meant.get(), times), times, reporter);
      } else {
        report(value, "write hh:mm:ss, 00:10:00 for ten minutes", List.of(), reporter);
      }
    }
  }

  /** Reports a value; the fix writes the time that the value means, if there is only one. */
  private static void report(
      SectionValue value, String advice, List<String> times, Reporter reporter) {
    String message =
        "%s is not a time span IIS %s: %s"
            .formatted(
                Quoted.of(value.text()),
                REFUSED.matcher(value.text()).matches() ? "accepts" : "is known to accept",
                advice);
    Optional<Fix> fix =
        times.stream()
            .filter(time -> times.size() == 1)
            .map(time -> Fix.safe("write " + time, new Edit(value.span(), time)))
            .findFirst();
    reporter.report(value.span(), message, fix);
  }

  private static String advice(LenientDuration meant, List<String> times) {
    String first = times.get(0);
    return switch (meant.form()) {
      case NUMBER -> "write %s if seconds were meant, %s if minutes".formatted(first, times.get(1));
      case PAIR ->
          meant.seconds().stream()
              .map(each -> TimeSpan.format(each) + " for " + TimeSpan.words(each))
              .collect(Collectors.joining(" or ", "write ", ""));
      case ABOVE_59 -> "minutes and seconds go to 59, write " + first;
      case NOT_TWO_DIGITS -> "minutes and seconds take two digits, write " + first;
      case FRACTION -> "fractions are not documented, write " + first;
      case DAYS, UNITS -> "write " + String.join(" or ", times);
    };
  }
}
