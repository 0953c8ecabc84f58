package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.WholeNumber;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Quoted;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flags a count, a code or a size in KB that is not a plain number. A plain number has digits only,
 * up to 4294967295. How IIS reads anything else is unknown.
 */
final class InvalidNumber implements ValueRule {
  private static final Pattern SUB_STATUS = Pattern.compile("([1-5]\\d\\d)\\.(\\d{1,3})");
  private static final Pattern RANGE =
      Pattern.compile("[1-5]\\d\\d\\s?-\\s?[1-5]\\d\\d|[1-5]?(?:xx|\\*)", Pattern.CASE_INSENSITIVE);

  @Override
  public String summary() {
    return "a value is not a number that IIS accepts";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.is(SectionValue.State.UNREADABLE)
        && value.attribute().type() != Attribute.Type.TIME_SPAN) {
      String stripped = value.text().strip();
      boolean isSpaced = WholeNumber.parse(stripped).isPresent();
      reporter.report(
          value.span(),
          "invalid %s; %s"
              .formatted(
                  Quoted.attribute(value.name(), value.text()),
                  isSpaced ? "remove the spaces" : advice(value)),
          Optional.of(stripped)
              .filter(number -> isSpaced)
              .map(number -> Fix.safe("use " + number, new Edit(value.span(), number))));
    }
  }

  private static String advice(SectionValue value) {
    String seen = value.text();
    return !seen.isEmpty() && seen.chars().allMatch(c -> c >= '0' && c <= '9')
        ? "use at most " + WholeNumber.MAX
        : suggestion(value.attribute(), seen).orElse("expected a whole number");
  }

  /** Returns what to use instead, in a few words; empty when nothing can be guessed. */
  private static Optional<String> suggestion(Attribute attribute, String seen) {
    Optional<String> digits = WholeNumber.digits(seen);
    if (digits.isPresent()) {
      return use(digits.get(), "");
    }
    return switch (attribute) {
      case PRIVATE_BYTES ->
          MemorySize.parse(seen).flatMap(size -> use(Long.toString(size.kilobytes()), " (KB)"));
      case STATUS_CODE -> status(seen);
      default -> Optional.empty();
    };
  }

  /** Suggests {@code digits}; empty when they would be invalid again. */
  private static Optional<String> use(String digits, String unit) {
    return WholeNumber.parse(digits).isPresent()
        ? Optional.of("use " + digits + unit)
        : Optional.empty();
  }

  private static Optional<String> status(String seen) {
    Matcher sub = SUB_STATUS.matcher(seen);
    if (sub.matches()) {
      return Optional.of(
          "use statusCode=\"%s\" subStatusCode=\"%s\"".formatted(sub.group(1), sub.group(2)));
    }
    return RANGE.matcher(seen).matches()
        ? Optional.of("use one <add> for each status")
        : Optional.empty();
  }
}
