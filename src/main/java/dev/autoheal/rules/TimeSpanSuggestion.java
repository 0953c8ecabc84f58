package dev.autoheal.rules;

import dev.autoheal.section.TimeSpan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guess at the time span that the author of an invalid one probably meant.
 *
 * @param advice the suggestion in a few words
 * @param onlyReading the time span if the text can mean nothing else; empty otherwise
 */
record TimeSpanSuggestion(String advice, Optional<String> onlyReading) {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,7})");
  private static final Pattern PAIR = Pattern.compile("([0-5]?\\d):([0-5]\\d)");
  private static final Pattern TRIPLE = Pattern.compile("(\\d{1,4}):(\\d{1,4}):(\\d{1,4})");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}):(\\d\\d):(\\d\\d)");
  private static final Pattern FRACTION =
      Pattern.compile("((?:\\d+\\.)?\\d+:\\d\\d:\\d\\d)\\.(\\d+)");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:(\\d{1,3})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m(?:in)?)?(?:(\\d{1,7})s(?:ec)?)?");

  /** Returns the suggestion for an invalid time span; empty when nothing can be guessed. */
  static Optional<TimeSpanSuggestion> of(String seen) {
    String stripped = seen.strip();
    if (TimeSpan.parse(stripped).isPresent()) {
      return Optional.of(new TimeSpanSuggestion("leave the blanks out", Optional.of(stripped)));
    }
    return number(NUMBER.matcher(stripped))
        .or(() -> pair(PAIR.matcher(stripped)))
        .or(() -> triple(TRIPLE.matcher(stripped)))
        .or(() -> days(DAYS.matcher(stripped)))
        .or(() -> fraction(FRACTION.matcher(stripped)))
        .or(() -> units(UNITS.matcher(stripped.replace(" ", ""))));
  }

  private static Optional<TimeSpanSuggestion> number(Matcher seen) {
    return seen.matches()
        ? several(
            "write %s if seconds were meant, %s if minutes"
                .formatted(TimeSpan.format(part(seen, 1)), TimeSpan.format(part(seen, 1) * 60)))
        : Optional.empty();
  }

  private static Optional<TimeSpanSuggestion> pair(Matcher seen) {
    if (!seen.matches()) {
      return Optional.empty();
    }
    long seconds = part(seen, 1) * 60 + part(seen, 2);
    return several(
        "write %s for %s or %s for %s"
            .formatted(
                TimeSpan.format(seconds),
                TimeSpan.words(seconds),
                TimeSpan.format(seconds * 60),
                TimeSpan.words(seconds * 60)));
  }

  private static Optional<TimeSpanSuggestion> triple(Matcher seen) {
    if (!seen.matches()) {
      return Optional.empty();
    }
    boolean above = part(seen, 2) > 59 || part(seen, 3) > 59;
    long seconds = part(seen, 1) * 3600 + part(seen, 2) * 60 + part(seen, 3);
    return one(
        above ? "minutes and seconds go to 59, " : "minutes and seconds take two digits, ",
        TimeSpan.format(seconds));
  }

  private static Optional<TimeSpanSuggestion> days(Matcher seen) {
    return seen.matches() ? write(seen) : Optional.empty();
  }

  /**
   * Suggests a time span without its fraction. Only zeros can be dropped without changing the time,
   * so another fraction leaves more than one reading.
   */
  private static Optional<TimeSpanSuggestion> fraction(Matcher seen) {
    if (!seen.matches() || TimeSpan.parse(seen.group(1)).isEmpty()) {
      return Optional.empty();
    }
    String advice = "fractions are not documented, ";
    return seen.group(2).matches("0+")
        ? one(advice, seen.group(1))
        : several(advice + "write " + seen.group(1));
  }

  private static Optional<TimeSpanSuggestion> units(Matcher seen) {
    return seen.matches() && !seen.group().isEmpty() ? write(seen) : Optional.empty();
  }

  /** Suggests the time span of days, hours, minutes and seconds, each of which may be absent. */
  private static Optional<TimeSpanSuggestion> write(Matcher seen) {
    long hours = part(seen, 1) * 24 + part(seen, 2);
    return one("", TimeSpan.format(hours * 3600 + part(seen, 3) * 60 + part(seen, 4)));
  }

  private static Optional<TimeSpanSuggestion> one(String reason, String time) {
    return Optional.of(new TimeSpanSuggestion(reason + "write " + time, Optional.of(time)));
  }

  private static Optional<TimeSpanSuggestion> several(String advice) {
    return Optional.of(new TimeSpanSuggestion(advice, Optional.empty()));
  }

  private static long part(Matcher seen, int group) {
    return seen.group(group) == null ? 0 : Long.parseLong(seen.group(group));
  }
}
