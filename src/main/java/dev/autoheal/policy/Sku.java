package dev.autoheal.policy;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sizes of App Service plans, with the memory of one instance of each. They are known from
 * Microsoft's pages and code. The sizes of generation v4 come from several other sources that
 * agree.
 */
public final class Sku {
  private static final long GB = 1024 * 1024;

  /**
   * The memory of one instance in KB (1024 bytes), by size. Each size is listed in upper case
   * ({@code P1V3}) and as the portal writes it ({@code P1v3}).
   */
  public static final Map<String, Long> MEMORY = memory();

  private Sku() {}

  private static Map<String, Long> memory() {
    Map<String, Long> memory = new TreeMap<>();
    put(memory, GB, "F1 D1");
    put(memory, 1_835_008, "B1 S1 P1");
    put(memory, 3_670_016, "B2 S2 P2 P1V2 I1");
    put(memory, 4 * GB, "P0V3 P0V4");
    put(memory, 7 * GB, "B3 S3 P3 P2V2 I2");
    put(memory, 8 * GB, "P1V3 P1V4 I1V2");
    put(memory, 14 * GB, "P3V2 I3");
    put(memory, 16 * GB, "P2V3 P1MV3 P2V4 P1MV4 I2V2");
    put(memory, 32 * GB, "P3V3 P2MV3 P3V4 P2MV4 I3V2");
    put(memory, 64 * GB, "P3MV3 P3MV4 I4V2");
    put(memory, 128 * GB, "P4MV3 P4MV4 I5V2");
    put(memory, 256 * GB, "P5MV3 P5MV4 I6V2");
    return Collections.unmodifiableMap(memory);
  }

  private static void put(Map<String, Long> memory, long kilobytes, String names) {
    for (String name : names.split(" ", -1)) {
      memory.put(name, kilobytes);
      memory.put(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT), kilobytes);
    }
  }

  /** Returns whether a size is Free or Shared, whose instances are shared with others. */
  static boolean isShared(String name) {
    return name.equals("F1") || name.equals("D1");
  }
}
