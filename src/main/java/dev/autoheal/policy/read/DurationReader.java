package dev.autoheal.policy.read;

import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.WholeNumber;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and formats durations, and suggests one for a text that is not a duration. */
final class DurationReader {
  /**
   * Reads a duration as seconds: {@code 45s}, {@code 10m}, {@code 1h30m}, {@code 2d} or {@code
   * hh:mm:ss}. It must be more than zero and at most {@link WholeNumber#MAX} seconds.
   */
  static final ScalarReader<Long> READER =
      ScalarReader.of(
          "a duration such as 45s, 10m or 1h30m",
          scalar ->
              seconds(scalar.text()).stream()
                  .filter(seconds -> seconds > 0 && seconds <= WholeNumber.MAX)
                  .boxed()
                  .findFirst(),
          scalar -> advice(scalar.text()));

  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([0-9]{1,10})d)?(?:([0-9]{1,10})h)?(?:([0-9]{1,10})m)?(?:([0-9]{1,10})s)?");
  private static final long[] SECONDS = {86_400, 3600, 60, 1};
  private static final Pattern BARE = Pattern.compile("(?=.*[1-9])[0-9]{1,10}");
  private static final Pattern TWO_PARTS = Pattern.compile("(?=.*[1-9])([0-9]{1,5}):([0-9]{2})");
  private static final Pattern THREE_PARTS =
      Pattern.compile("([0-9]{1,5}):([0-9]{1,4}):([0-9]{1,4})");
  private static final Pattern UNIT =
      Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,3})?) ?([A-Za-z]+)");
  private static final Map<String, Integer> SECONDS_BY_UNIT =
      Map.ofEntries(
          Map.entry("s", 1),
          Map.entry("sec", 1),
          Map.entry("second", 1),
          Map.entry("m", 60),
          Map.entry("min", 60),
          Map.entry("minute", 60),
          Map.entry("h", 3600),
          Map.entry("hr", 3600),
          Map.entry("hour", 3600),
          Map.entry("d", 86_400),
          Map.entry("day", 86_400));

  private DurationReader() {}

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
        : suggestion(text).orElse("a duration such as 45s, 10m or 1h30m was expected");
  }

  private static OptionalLong seconds(String text) {
    OptionalLong span = TimeSpan.parse(text);
    Matcher parts = PARTS.matcher(text);
    if (span.isPresent() || text.isEmpty() || !parts.matches()) {
      return span;
    }
    long sum = 0;
    for (int i = 0; i < SECONDS.length; i++) {
      String part = parts.group(i + 1);
      sum += part == null ? 0 : Long.parseLong(part) * SECONDS[i];
    }
    return OptionalLong.of(sum);
  }

  /**
   * Returns the end of a message that says what to write instead. It names both durations where the
   * text is ambiguous and is empty for a text without a known form.
   */
  private static Optional<String> suggestion(String text) {
    if (BARE.matcher(text).matches()) {
      return Optional.of("which may be seconds or minutes: write %ss or %sm".formatted(text, text));
    }
    Matcher two = TWO_PARTS.matcher(text);
    if (two.matches()) {
      int first = Integer.parseInt(two.group(1));
      int second = Integer.parseInt(two.group(2));
      return Optional.of(
          "which may be minutes or hours: write %s or %s"
              .formatted(format(first * 60L + second), format(first * 3600L + second * 60L)));
    }
    Matcher three = THREE_PARTS.matcher(text);
    if (three.matches()) {
      long seconds =
          Integer.parseInt(three.group(1)) * 3600L
              + Integer.parseInt(three.group(2)) * 60L
              + Integer.parseInt(three.group(3));
      return Optional.of(
          "minutes and seconds have two digits, up to 59: write " + TimeSpan.format(seconds));
    }
    Matcher unit = UNIT.matcher(text);
    return unit.matches() ? inUnit(new BigDecimal(unit.group(1)), unit.group(2)) : Optional.empty();
  }

  private static Optional<String> inUnit(BigDecimal amount, String unit) {
    String word = unit.toLowerCase(Locale.ROOT);
    Integer seconds =
        SECONDS_BY_UNIT.getOrDefault(word, SECONDS_BY_UNIT.get(word.replaceFirst("(?<=..)s$", "")));
    if (seconds == null) {
      return Optional.empty();
    }
    BigDecimal total = amount.multiply(BigDecimal.valueOf(seconds)).stripTrailingZeros();
    return total.scale() > 0 || total.signum() == 0
        ? Optional.of("whole seconds were expected")
        : Optional.of("units are d, h, m and s: write " + format(total.longValueExact()));
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
