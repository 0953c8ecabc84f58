package dev.autoheal.text;

/**
 * A decimal number of few digits. {@link java.math.BigDecimal} fits as well, but JDK 25 computes a
 * large table when it is first used, which took a fifth of a check.
 *
 * @param whole the digits before the point, as a number
 * @param digits the digits after the point; empty if there is no point
 */
public record Decimal(long whole, String digits) {
  /**
   * Reads a number.
   *
   * @param text up to 18 digits, then optionally a point and up to 18 digits
   */
  public static Decimal of(String text) {
    int point = text.indexOf('.');
    return point < 0
        ? new Decimal(Long.parseLong(text), "")
        : new Decimal(Long.parseLong(text.substring(0, point)), text.substring(point + 1));
  }

  /** Returns the fraction as a whole number of units, of which one is {@code 10^-places}. */
  public long fraction(int places) {
    return Long.parseLong(digits + "0".repeat(places - digits.length()));
  }

  /**
   * Formats a whole number of units, of which one is {@code 10^-places}, without zeros at the end:
   * {@code 72.5}.
   */
  public static String format(long units, int places) {
    String padded = "0".repeat(Math.max(0, places + 1 - Long.toString(units).length())) + units;
    int point = padded.length() - places;
    String fraction = padded.substring(point).replaceFirst("0+$", "");
    return padded.substring(0, point) + (fraction.isEmpty() ? "" : "." + fraction);
  }
}
