package dev.autoheal.rule;

import dev.autoheal.section.TimeSpan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody who wrote a broken time span probably meant. */
final class TimeSpanGuess {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,7})");
  private static final Pattern PAIR = Pattern.compile("([0-5]?\\d):([0-5]\\d)");
  private static final Pattern TRIPLE = Pattern.compile("(\\d{1,4}):(\\d{1,4}):(\\d{1,4})");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}):(\\d\\d):(\\d\\d)");
  private static final Pattern FRACTION =
      Pattern.compile("((?:\\d+\\.)?\\d+:\\d\\d:\\d\\d)\\.\\d+");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:(\\d{1,3})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m(?:in)?)?(?:(\\d{1,7})s(?:ec)?)?");

  private TimeSpanGuess() {}

  /** The cure in a few words; empty when nothing can be guessed. */
  static Optional<String> of(String seen) {
    String stripped = seen.strip();
    if (TimeSpan.parse(stripped).isPresent()) {
      return Optional.of("leave the blanks out");
    }
    return number(NUMBER.matcher(stripped))
        .or(() -> pair(PAIR.matcher(stripped)))
        .or(() -> triple(TRIPLE.matcher(stripped)))
        .or(() -> days(DAYS.matcher(stripped)))
        .or(() -> fraction(FRACTION.matcher(stripped)))
        .or(() -> units(UNITS.matcher(stripped.replace(" ", ""))));
  }

  private static Optional<String> number(Matcher seen) {
    return seen.matches()
        ? Optional.of(
            "write %s if %s seconds were meant"
                .formatted(TimeSpan.format(part(seen, 1)), seen.group(1)))
        : Optional.empty();
  }

  private static Optional<String> pair(Matcher seen) {
    if (!seen.matches()) {
      return Optional.empty();
    }
    long seconds = part(seen, 1) * 60 + part(seen, 2);
    return Optional.of(
        "write %s for %s or %s for %s"
            .formatted(
                TimeSpan.format(seconds),
                TimeSpan.words(seconds),
                TimeSpan.format(seconds * 60),
                TimeSpan.words(seconds * 60)));
  }

  private static Optional<String> triple(Matcher seen) {
    if (!seen.matches()) {
      return Optional.empty();
    }
    boolean above = part(seen, 2) > 59 || part(seen, 3) > 59;
    long seconds = part(seen, 1) * 3600 + part(seen, 2) * 60 + part(seen, 3);
    return Optional.of(
        "%s, write %s"
            .formatted(
                above ? "minutes and seconds go to 59" : "minutes and seconds take two digits",
                TimeSpan.format(seconds)));
  }

  private static Optional<String> days(Matcher seen) {
    return seen.matches() ? Optional.of(write(seen)) : Optional.empty();
  }

  private static Optional<String> fraction(Matcher seen) {
    return seen.matches() && TimeSpan.parse(seen.group(1)).isPresent()
        ? Optional.of("fractions are not documented, write " + seen.group(1))
        : Optional.empty();
  }

  private static Optional<String> units(Matcher seen) {
    return seen.matches() && !seen.group().isEmpty() ? Optional.of(write(seen)) : Optional.empty();
  }

  /** From days, hours, minutes and seconds, each of which may be absent. */
  private static String write(Matcher seen) {
    long hours = part(seen, 1) * 24 + part(seen, 2);
    return "write " + TimeSpan.format(hours * 3600 + part(seen, 3) * 60 + part(seen, 4));
  }

  private static long part(Matcher seen, int group) {
    return seen.group(group) == null ? 0 : Long.parseLong(seen.group(group));
  }
}
