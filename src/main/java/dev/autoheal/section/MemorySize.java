package dev.autoheal.section;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats amounts of memory. KB, MB and GB are powers of 1024, as the Azure portal shows them. */
public final class MemorySize {
  /** The exclusive minimum that the portal accepts, in KB: 100 MB. */
  public static final long PORTAL_FLOOR = 102_400;

  /** The inclusive maximum that the portal accepts, in KB: 32 GB. */
  public static final long PORTAL_MAXIMUM = 33_554_432;

  private static final long MB = 1024;
  private static final long GB = 1024 * 1024;

  private MemorySize() {}

  /**
   * Returns an amount with its conversion: {@code 819200 KB (800 MB)}. Below one MB it has only the
   * KB. It has at most two decimals.
   */
  public static String words(long kilobytes) {
    return kilobytes < MB ? kilobytes + " KB" : "%d KB (%s)".formatted(kilobytes, brief(kilobytes));
  }

  /**
   * Returns an amount in its largest unit: {@code 800 MB}, rounded to two decimals. Below one MB
   * the unit is KB.
   */
  public static String brief(long kilobytes) {
    if (kilobytes < MB) {
      return kilobytes + " KB";
    }
    boolean gigabytes = kilobytes >= GB;
    String amount =
        BigDecimal.valueOf(kilobytes)
            .divide(BigDecimal.valueOf(gigabytes ? GB : MB), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return amount + (gigabytes ? " GB" : " MB");
  }
}
