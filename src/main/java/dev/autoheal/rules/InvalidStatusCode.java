package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;
import dev.autoheal.text.Quoted;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flags a status outside of 100 to 599. HTTP has no such status, so the rule for it counts nothing.
 */
final class InvalidStatusCode implements ValueRule {
  /** Matches a status and its substatus, joined without the dot. */
  private static final Pattern JOINED = Pattern.compile("([1-5]\\d\\d)(\\d{1,3})");

  @Override
  public String summary() {
    return "a status is outside 100 to 599";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.is(SectionValue.State.OUT_OF_RANGE) && value.attribute() == Attribute.STATUS_CODE) {
      reporter.report(value.span(), message(value.text()));
    }
  }

  private static String message(String seen) {
    Matcher joined = JOINED.matcher(seen);
    return "invalid %s; %s"
        .formatted(
            Quoted.attribute("statusCode", seen),
            joined.matches()
                ? "did you mean statusCode=\"%s\" subStatusCode=\"%d\"?"
                    .formatted(joined.group(1), Integer.parseInt(joined.group(2)))
                : "use a status from 100 to 599");
  }
}
