package dev.autoheal.section;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of memory; KB, MB and GB are powers of 1024, as the Azure portal shows them. */
public final class MemorySize {
  /** The portal takes more KB than this: 100 MB. */
  public static final long PORTAL_FLOOR = 102_400;

  /** The portal takes at most so many KB: 32 GB. */
  public static final long PORTAL_MAXIMUM = 33_554_432;

  private static final long MB = 1024;
  private static final long GB = 1024 * 1024;

  private MemorySize() {}

  /** {@code 819200 KB (800 MB)}; below one MB only the KB. At most two decimals. */
  public static String words(long kilobytes) {
    return kilobytes < MB ? kilobytes + " KB" : "%d KB (%s)".formatted(kilobytes, brief(kilobytes));
  }

  /** {@code 800 MB}, rounded to two decimals; below one MB the KB. */
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
