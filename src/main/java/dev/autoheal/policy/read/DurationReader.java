package dev.autoheal.policy.read;

import dev.autoheal.section.LenientDuration;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.WholeNumber;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads and formats durations, and suggests one for a text that is not a duration. */
final class DurationReader {
  private static final String EXPECTED = "a duration like 45s, 10m or 1h30m";

  /**
   * Reads a duration as seconds: {@code 45s}, {@code 10m}, {@code 1h30m}, {@code 2d} or {@code
   * hh:mm:ss}. It must be more than zero and at most {@link WholeNumber#MAX} seconds.
   */
  static final ScalarReader<Long> READER =
      ScalarReader.of(
          EXPECTED,
          scalar ->
              seconds(scalar.text()).stream()
                  .filter(seconds -> seconds > 0 && seconds <= WholeNumber.MAX)
                  .boxed()
                  .findFirst(),
          scalar -> refusal(scalar.text()));

  private static final Refusal ABOVE_ZERO = Refusal.of("a duration above 0s");
  private static final Refusal WHOLE_SECONDS = Refusal.of("whole seconds");
  private static final Pattern PARTS =
      Pattern.compile("(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?");

  private DurationReader() {}

  private static Refusal refusal(String text) {
    OptionalLong seconds = seconds(text);
    if (seconds.isPresent()) {
      return seconds.getAsLong() == 0
          ? ABOVE_ZERO
          : Refusal.of("a duration up to %ds".formatted(WholeNumber.MAX));
    }
    String joined = text.replace(" ", "");
    return seconds(joined).isPresent()
        ? new Refusal("a duration without spaces", "use " + joined)
        : LenientDuration.parse(text)
            .filter(meant -> !meant.seconds().equals(List.of(0L, 0L)))
            .map(meant -> refusal(text.strip(), meant))
            .orElse(Refusal.of(EXPECTED));
  }

  private static OptionalLong seconds(String text) {
    return PARTS.matcher(text).matches()
        ? LenientDuration.parse(text).stream().mapToLong(read -> read.seconds().get(0)).findFirst()
        : TimeSpan.parse(text);
  }

  /** Proposes a duration for the text; both possible durations where it is ambiguous. */
  private static Refusal refusal(String text, LenientDuration meant) {
    long first = meant.seconds().get(0);
    if (first == 0) {
      return ABOVE_ZERO;
    }
    long last = meant.seconds().get(meant.seconds().size() - 1);
    return switch (meant.form()) {
      case NUMBER -> new Refusal("a duration with a unit", "use %ss or %sm".formatted(text, text));
      case PAIR ->
          new Refusal(
              "a duration with a unit", "use %s or %s".formatted(format(first), format(last)));
      case ABOVE_59 ->
          new Refusal("minutes and seconds from 00 to 59", "use " + TimeSpan.format(first));
      case NOT_TWO_DIGITS ->
          new Refusal("two digits for minutes and seconds", "use " + TimeSpan.format(first));
      case DAYS, FRACTION ->
          first < last ? WHOLE_SECONDS : new Refusal(EXPECTED, "use " + format(first));
      case UNITS -> first < last ? WHOLE_SECONDS : new Refusal(EXPECTED, "use " + format(first));
    };
  }

  /** Formats seconds as a policy writes them, for example {@code 1h30m}. */
  static String format(long seconds) {
    String parts =
        part(seconds / 86_400, "d")
            + part(seconds % 86_400 / 3600, "h")
            + part(seconds % 3600 / 60, "m")
            + part(seconds % 60, "s");
    return parts.isEmpty() ? "0s" : parts;
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : amount + unit;
  }
}
