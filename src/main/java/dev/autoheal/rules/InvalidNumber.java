package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.WholeNumber;
import dev.autoheal.text.Quoted;

/**
 * Flags a count, a code or a size in KB that is not a plain number. A plain number has digits only,
 * up to 4294967295. How IIS reads anything else is unknown.
 */
final class InvalidNumber implements ValueRule {
  @Override
  public String summary() {
    return "a value is not a number IIS takes";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.is(SectionValue.State.UNREADABLE)
        && value.attribute().type() != Attribute.Type.TIME_SPAN) {
      reporter.report(value.span(), message(value));
    }
  }

  private static String message(SectionValue value) {
    String seen = value.text();
    String name = value.attribute().xmlName();
    if (!seen.isEmpty() && seen.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "%s is too large for %s: the most is %d"
          .formatted(Quoted.of(seen), name, WholeNumber.MAX);
    }
    return "%s is not a number IIS is known to accept: %s"
        .formatted(
            Quoted.of(seen),
            NumberSuggestion.of(value.attribute(), seen)
                .orElseGet(() -> "%s takes digits alone".formatted(name)));
  }
}
