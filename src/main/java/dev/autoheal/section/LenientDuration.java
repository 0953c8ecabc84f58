package dev.autoheal.section;

import dev.autoheal.text.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration in a form that people write, other than the time spans of IIS.
 *
 * @param form the form in which the duration is written
 * @param seconds the reading; two readings where the form is ambiguous, the shorter one first
 */
public record LenientDuration(Form form, List<Long> seconds) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
  private static final Pattern PAIR = Pattern.compile("(\\d{1,5}):(\\d\\d)");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,6})\\.)?(\\d{1,7}):(\\d{1,4}):(\\d{1,4}(?:\\.\\d{1,9})?)");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:#d(?:ays?)?)?(?:#h(?:(?:ou)?rs?)?)?(?:#m(?:in(?:ute)?s?)?)?(?:#s(?:ec(?:ond)?s?)?)?"
              .replace("#", "(\\d{1,10}(?:\\.\\d{1,3})?)"),
          Pattern.CASE_INSENSITIVE);
  private static final int[] SECONDS = {86_400, 3600, 60, 1};

  /** The form in which a duration is written. */
  public enum Form {
    /** A number without a unit: seconds or minutes. */
    NUMBER,
    /** Two parts, for example {@code 1:30}: {@code mm:ss} or {@code hh:mm}. */
    PAIR,
    /** {@code hh:mm:ss} with minutes or seconds above 59. */
    ABOVE_59,
    /** {@code hh:mm:ss} with minutes or seconds that do not have two digits. */
    NOT_TWO_DIGITS,
    /** {@code d.hh:mm:ss} with a part that is out of range. */
    DAYS,
    /** {@code hh:mm:ss} with a fraction of a second. */
    FRACTION,
    /** Amounts with units, for example {@code 1.5 hours} or {@code 1h 30min}. */
    UNITS
  }

  /**
   * Recognizes the duration that a text means; empty when its form is unknown. A fraction of a
   * second gives two readings: rounded down and rounded up.
   *
   * @param text a text that {@link TimeSpan} does not read
   */
  public static Optional<LenientDuration> parse(String text) {
    String stripped = text.strip();
    if (NUMBER.matcher(stripped).matches()) {
      return ambiguous(Form.NUMBER, Long.parseLong(stripped));
    }
    Matcher pair = PAIR.matcher(stripped);
    if (pair.matches()) {
      return ambiguous(
          Form.PAIR, Long.parseLong(pair.group(1)) * 60 + Long.parseLong(pair.group(2)));
    }
    Matcher clock = CLOCK.matcher(stripped);
    if (clock.matches()) {
      return sum(form(clock), clock);
    }
    Matcher units = UNITS.matcher(stripped.replace(" ", ""));
    return units.matches() && !stripped.isEmpty() ? sum(Form.UNITS, units) : Optional.empty();
  }

  private static Optional<LenientDuration> ambiguous(Form form, long seconds) {
    return Optional.of(new LenientDuration(form, List.of(seconds, seconds * 60)));
  }

  private static Form form(Matcher clock) {
    if (clock.group(4).contains(".")) {
      return Form.FRACTION;
    }
    if (clock.group(1) != null) {
      return Form.DAYS;
    }
    return Integer.parseInt(clock.group(3)) > 59 || Integer.parseInt(clock.group(4)) > 59
        ? Form.ABOVE_59
        : Form.NOT_TWO_DIGITS;
  }

  /** Adds days, hours, minutes and seconds, each of which may be absent. */
  private static Optional<LenientDuration> sum(Form form, Matcher parts) {
    long seconds = 0;
    long billionths = 0;
    for (int i = 0; i < SECONDS.length; i++) {
      Optional<Decimal> part = Optional.ofNullable(parts.group(i + 1)).map(Decimal::of);
      seconds += part.map(Decimal::whole).orElse(0L) * SECONDS[i];
      billionths += part.map(each -> each.fraction(9)).orElse(0L) * SECONDS[i];
    }
    long down = seconds + billionths / 1_000_000_000;
    boolean isWhole = billionths % 1_000_000_000 == 0;
    return Optional.of(
        new LenientDuration(form, isWhole ? List.of(down) : List.of(down, down + 1)));
  }
}
