package dev.autoheal.section;

import dev.autoheal.text.Decimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and formats amounts of memory. KB, MB and GB are powers of 1024, as the Azure portal shows
 * them.
 */
public final class MemorySize {
  /** The exclusive minimum that the portal accepts, in KB: 100 MB. */
  public static final long PORTAL_FLOOR = 102_400;

  /** The inclusive maximum that the portal accepts, in KB: 32 GB. */
  public static final long PORTAL_MAXIMUM = 33_554_432;

  private static final long MB = 1024;
  private static final long GB = 1024 * 1024;

  private static final Map<String, Long> UNITS = Map.of("K", 1L, "M", MB, "G", GB);
  private static final int PLACES = 10;
  private static final long ONE = 10_000_000_000L;
  private static final Pattern AMOUNT =
      Pattern.compile("(\\d{1,10}(?:\\.\\d{1,10})?)\\s*([KMG])i?B?", Pattern.CASE_INSENSITIVE);

  private MemorySize() {}

  /**
   * An amount of memory that somebody wrote.
   *
   * @param kilobytes the amount in KB (1024 bytes), rounded down
   * @param isExact whether it was a whole number of KB
   */
  public record Amount(long kilobytes, boolean isExact) {}

  /**
   * Reads an amount with a unit in any spelling, for example {@code 800MB}, {@code 1.5 gib} or
   * {@code 2g}; empty for any other text.
   */
  public static Optional<Amount> parse(String text) {
    return Optional.of(AMOUNT.matcher(text))
        .filter(Matcher::matches)
        .map(
            amount ->
                amount(
                    Decimal.of(amount.group(1)),
                    UNITS.get(amount.group(2).toUpperCase(Locale.ROOT))));
  }

  private static Amount amount(Decimal number, long unit) {
    long fraction = number.fraction(PLACES) * unit;
    return new Amount(number.whole() * unit + fraction / ONE, fraction % ONE == 0);
  }

  /**
   * Returns an amount with its raw value: {@code 800 MB (819200 KB)}. Below one MB it has only the
   * KB.
   */
  public static String words(long kilobytes) {
    return kilobytes < MB ? kilobytes + " KB" : brief(kilobytes) + " (" + kilobytes + " KB)";
  }

  /**
   * Returns an amount in its largest unit: {@code 800 MB}, rounded to two decimals. Below one MB
   * the unit is KB. A whole number of MB that would be rounded in GB stays in MB: {@code 1200 MB}.
   */
  public static String brief(long kilobytes) {
    if (kilobytes < MB) {
      return kilobytes + " KB";
    }
    boolean gigabytes = kilobytes >= GB && (kilobytes % MB != 0 || kilobytes * 100 % GB == 0);
    long unit = gigabytes ? GB : MB;
    long hundredths = (kilobytes * 100 + unit / 2) / unit;
    return Decimal.format(hundredths, 2) + (gigabytes ? " GB" : " MB");
  }
}
