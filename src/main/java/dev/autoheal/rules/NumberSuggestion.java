package dev.autoheal.rules;

import dev.autoheal.section.Attribute;
import dev.autoheal.section.WholeNumber;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses the number that the author of an invalid number probably meant. */
final class NumberSuggestion {
  private static final Pattern PADDED = Pattern.compile("\\s*\\+?(\\d{1,10})\\s*");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[ ,_']\\d{3}){1,3}");
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s?([KMG])i?B?", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Integer> KILOBYTES = Map.of("K", 1, "M", 1024, "G", 1024 * 1024);
  private static final Pattern SUB_STATUS = Pattern.compile("([1-5]\\d\\d)\\.(\\d{1,3})");
  private static final Pattern RANGE =
      Pattern.compile("[1-5]\\d\\d\\s?-\\s?[1-5]\\d\\d|[1-5]?(?:xx|\\*)", Pattern.CASE_INSENSITIVE);

  private NumberSuggestion() {}

  /**
   * Returns the suggestion in a few words; empty when nothing can be guessed.
   *
   * @param seen the text of the attribute, which is not a valid number
   */
  static Optional<String> of(Attribute attribute, String seen) {
    Matcher padded = PADDED.matcher(seen);
    if (padded.matches()) {
      return write("", padded.group(1));
    }
    if (GROUPED.matcher(seen).matches()) {
      return write("", seen.replaceAll("\\D", ""));
    }
    return switch (attribute) {
      case PRIVATE_BYTES -> size(seen);
      case STATUS_CODE -> status(seen);
      default -> Optional.empty();
    };
  }

  private static Optional<String> size(String seen) {
    Matcher size = SIZE.matcher(seen);
    if (!size.matches()) {
      return Optional.empty();
    }
    int unit = KILOBYTES.get(size.group(2).toUpperCase(Locale.ROOT));
    BigDecimal kilobytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit));
    return write("the unit is KB, ", kilobytes.toBigInteger().toString());
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
