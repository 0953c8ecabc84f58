package dev.autoheal.policy.read;

import dev.autoheal.section.LenientDuration;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.WholeNumber;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads and formats durations, and suggests one for a text that is not a duration. */
final class DurationReader {
  private static final String EXPECTED = "a duration such as 45s, 10m or 1h30m";

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
          scalar -> advice(scalar.text()));

  private static final Pattern PARTS =
      Pattern.compile("(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?");

  private DurationReader() {}

  /** Returns the end of a message that says what to write instead. */
  private static String advice(String text) {
    OptionalLong seconds = seconds(text);
    if (seconds.isPresent()) {
      return seconds.getAsLong() == 0
          ? "more than zero was expected"
          : "at most %ds was expected".formatted(WholeNumber.MAX);
    }
    String joined = text.replace(" ", "");
    return seconds(joined).isPresent()
        ? "blanks do not belong here: write " + joined
        : LenientDuration.parse(text)
            .filter(meant -> !meant.seconds().equals(List.of(0L, 0L)))
            .map(meant -> advice(text.strip(), meant))
            .orElse(EXPECTED + " was expected");
  }

  private static OptionalLong seconds(String text) {
    return PARTS.matcher(text).matches()
        ? LenientDuration.parse(text).stream().mapToLong(read -> read.seconds().get(0)).findFirst()
        : TimeSpan.parse(text);
  }

  /** Says what to write instead of a duration; both durations where the text is ambiguous. */
  private static String advice(String text, LenientDuration meant) {
    long first = meant.seconds().get(0);
    long last = meant.seconds().get(meant.seconds().size() - 1);
    return switch (meant.form()) {
      case NUMBER -> "which may be seconds or minutes: write %ss or %sm".formatted(text, text);
      case PAIR ->
          "which may be minutes or hours: write %s or %s".formatted(format(first), format(last));
      case ABOVE_59, NOT_TWO_DIGITS ->
          "minutes and seconds have two digits, up to 59: write " + TimeSpan.format(first);
      case DAYS, FRACTION ->
          first < last ? "whole seconds were expected" : "write " + format(first);
      case UNITS ->
          first == 0 || first < last
              ? "whole seconds were expected"
              : "units are d, h, m and s: write " + format(first);
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
