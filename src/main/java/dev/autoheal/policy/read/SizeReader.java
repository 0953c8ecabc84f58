package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.section.WholeNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount of memory as KB: {@code 800MB}, {@code 1.5GB} or {@code 819200KB}. The units are
 * powers of 1024 bytes. The amount must be a whole number of KB, above 100 MB and below 4 TB.
 */
final class SizeReader implements ScalarReader<Long> {
  private static final Map<String, Long> KILOBYTES =
      Map.of("KB", 1L, "MB", 1024L, "GB", 1024L * 1024);
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,10}(?:\\.[0-9]{1,10})?)(KB|MB|GB)");
  private static final Pattern LOOSE_UNIT =
      Pattern.compile("([0-9]{1,10}(?:\\.[0-9]{1,10})?) *([KMG])i?B?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE = Pattern.compile("[0-9]{1,10}");

  /** The least amount in KB (1024 bytes); the portal refuses 100 MB and less. */
  static final long LEAST = 102_401;

  private static final String RANGE =
      "a size above 100MB and below 4TB was expected: the portal refuses 100MB and less";

  @Override
  public String expected() {
    return "a size such as 800MB, 1.5GB or 819200KB";
  }

  @Override
  public ScalarResult<Long> read(Scalar scalar) {
    Matcher size = SIZE.matcher(scalar.text());
    if (!size.matches()) {
      return ScalarResult.refused(scalar, advice(scalar.text()));
    }
    BigDecimal kilobytes =
        new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(KILOBYTES.get(size.group(2))));
    long nearest = kilobytes.setScale(0, RoundingMode.HALF_UP).longValueExact();
    if (nearest < LEAST || nearest > WholeNumber.MAX) {
      return ScalarResult.refused(scalar, RANGE);
    }
    return kilobytes.compareTo(BigDecimal.valueOf(nearest)) == 0
        ? ScalarResult.of(nearest)
        : ScalarResult.refused(scalar, "which is no whole KB: write %dKB".formatted(nearest));
  }

  private String advice(String text) {
    if (BARE.matcher(text).matches()) {
      return "which may be KB or MB: write %sKB or %sMB".formatted(text, text);
    }
    Matcher loose = LOOSE_UNIT.matcher(text);
    return loose.matches()
        ? "units are KB, MB and GB: write %s%sB"
            .formatted(loose.group(1), loose.group(2).toUpperCase(Locale.ROOT))
        : expected() + " was expected";
  }
}
