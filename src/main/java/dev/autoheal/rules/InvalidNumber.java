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
    return "a value is not a number IIS takes";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (value.is(SectionValue.State.UNREADABLE)
        && value.attribute().type() != Attribute.Type.TIME_SPAN) {
      String stripped = value.text().strip();
      if (WholeNumber.parse(stripped).isPresent()) {
        reporter.report(
            value.span(),
            "invalid %s=\"%s\"; remove the spaces".formatted(value.name(), value.text()),
            Optional.of(Fix.safe("write " + stripped, new Edit(value.span(), stripped))));
      } else {
        reporter.report(value.span(), message(value));
      }
    }
  }

  private static String message(SectionValue value) {
    String seen = value.text();
    if (!seen.isEmpty() && seen.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "%s is too large for %s: the most is %d"
          .formatted(Quoted.of(seen), value.name(), WholeNumber.MAX);
    }
    return "%s is not a number IIS is known to accept: %s"
        .formatted(
            Quoted.of(seen),
            suggestion(value.attribute(), seen).orElse(value.name() + " takes digits alone"));
  }

  /** Returns what to write instead, in a few words; empty when nothing can be guessed. */
  private static Optional<String> suggestion(Attribute attribute, String seen) {
    Optional<String> digits = WholeNumber.digits(seen);
    if (digits.isPresent()) {
      return write("", digits.get());
    }
    return switch (attribute) {
      case PRIVATE_BYTES ->
          MemorySize.kilobytes(seen)
              .flatMap(size -> write("the unit is KB, ", size.toBigInteger().toString()));
      case STATUS_CODE -> status(seen);
      default -> Optional.empty();
    };
  }

  /** Suggests {@code digits}; empty when they would be invalid again. */
  private static Optional<String> write(String reason, String digits) {
    return WholeNumber.parse(digits).isPresent()
        ? Optional.of(reason + "write " + digits)
        : Optional.empty();
  }

  private static Optional<String> status(String seen) {
    Matcher sub = SUB_STATUS.matcher(seen);
    if (sub.matches()) {
      return Optional.of(
          "write statusCode=\"%s\" subStatusCode=\"%s\"".formatted(sub.group(1), sub.group(2)));
    }
    return RANGE.matcher(seen).matches()
        ? Optional.of("a range is not documented for web.config, write a rule for each status")
        : Optional.empty();
  }
}
