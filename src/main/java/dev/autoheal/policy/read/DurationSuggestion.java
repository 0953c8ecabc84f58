package dev.autoheal.policy.read;

import dev.autoheal.section.TimeSpan;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Suggests durations for a text that is not a duration. */
final class DurationSuggestion {
  private static final Pattern BARE = Pattern.compile("(?=.*[1-9])[0-9]{1,10}");
  private static final Pattern TWO_PARTS = Pattern.compile("(?=.*[1-9])([0-9]{1,5}):([0-9]{2})");
  private static final Pattern THREE_PARTS =
      Pattern.compile("([0-9]{1,5}):([0-9]{1,4}):([0-9]{1,4})");
  private static final Pattern UNIT =
      Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,3})?) ?([A-Za-z]+)");
  private static final Map<String, Integer> SECONDS =
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

  private DurationSuggestion() {}

  /**
   * Returns the end of a message that says what to write instead. It names both durations where the
   * text is ambiguous and is empty for a text without a known form.
   */
  static Optional<String> of(String text) {
    if (BARE.matcher(text).matches()) {
      return Optional.of("which may be seconds or minutes: write %ss or %sm".formatted(text, text));
    }
    Matcher two = TWO_PARTS.matcher(text);
    if (two.matches()) {
      int first = Integer.parseInt(two.group(1));
      int second = Integer.parseInt(two.group(2));
      return Optional.of(
          "which may be minutes or hours: write %s or %s"
              .formatted(shortest(first * 60L + second), shortest(first * 3600L + second * 60L)));
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
    Integer seconds = SECONDS.getOrDefault(word, SECONDS.get(word.replaceFirst("(?<=..)s$", "")));
    if (seconds == null) {
      return Optional.empty();
    }
    BigDecimal total = amount.multiply(BigDecimal.valueOf(seconds)).stripTrailingZeros();
    return total.scale() > 0 || total.signum() == 0
        ? Optional.of("whole seconds were expected")
        : Optional.of("units are d, h, m and s: write " + shortest(total.longValueExact()));
  }

  /** Formats seconds as a policy writes them, for example {@code 1h30m}. */
  private static String shortest(long seconds) {
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
