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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags a value that is not a time span. A time span is {@code hh:mm:ss}, or {@code d.hh:mm:ss}
 * with days. It is documented that IIS refuses minutes and seconds above 59. How IIS reads anything
 * else is not documented.
 */
final class InvalidTimeSpan implements ValueRule {
  @Override
  public String summary() {
    return "a value is not a time span that IIS accepts";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.is(SectionValue.State.UNREADABLE)
        && value.attribute().type() == Attribute.Type.TIME_SPAN) {
      String seen = value.text().strip();
      Optional<LenientDuration> meant = LenientDuration.parse(seen);
      List<String> times =
          meant.stream().flatMap(each -> each.seconds().stream()).map(TimeSpan::format).toList();
      if (TimeSpan.parse(seen).isPresent()) {
        report(value, "; remove the spaces", List.of(seen), reporter);
      } else if (meant.isPresent()
          && times.stream().allMatch(time -> TimeSpan.parse(time).isPresent())) {
        report(value, advice(meant.get().form(), seen, times), times, reporter);
      } else {
        report(value, "; expected hh:mm:ss, e.g. 00:10:00", List.of(), reporter);
      }
    }
  }

  /** Reports a value; the fix writes the time that the value means, if there is only one. */
  private static void report(
      SectionValue value, String advice, List<String> times, Reporter reporter) {
    Optional<Fix> fix =
        times.stream()
            .filter(time -> times.size() == 1)
            .map(time -> Fix.safe("use " + time, new Edit(value.span(), time)))
            .findFirst();
    reporter.report(
        value.span(), "invalid " + Quoted.attribute(value.name(), value.text()) + advice, fix);
  }

  private static String advice(LenientDuration.Form form, String seen, List<String> times) {
    return switch (form) {
      case NUMBER -> "; use %s for seconds or %s for minutes".formatted(times.toArray());
      case PAIR -> "; use %s for mm:ss or %s for hh:mm".formatted(times.toArray());
      case ABOVE_59 -> " (%s go from 0 to 59); use %s".formatted(above59(seen), times.get(0));
      case NOT_TWO_DIGITS, FRACTION, DAYS, UNITS -> "; use " + String.join(" or ", times);
    };
  }

  /** Names the parts of {@code hh:mm:ss} that are above 59. */
  private static String above59(String seen) {
    String[] parts = seen.split(":", -1);
    List<String> names = new ArrayList<>();
    if (Integer.parseInt(parts[1]) > 59) {
      names.add("minutes");
    }
    if (Integer.parseInt(parts[2]) > 59) {
      names.add("seconds");
    }
    return String.join(" and ", names);
  }
}
