package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a percentage of the memory of an instance, for example {@code 70%} or {@code 72.5%}, as
 * thousandths of a percent. It must be above 0% and at most 100%.
 */
final class PercentageReader implements ScalarReader<Long> {
  private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3})?)%");
  private static final BigDecimal UNIT = BigDecimal.valueOf(1000);
  private static final long WHOLE = 100_000;

  /** Returns whether a node is meant to be a percentage: a scalar that ends with {@code %}. */
  static boolean isMeant(YamlNode node) {
    return node instanceof Scalar scalar && scalar.text().endsWith("%");
  }

  @Override
  public String expected() {
    return "a percentage such as 70%";
  }

  @Override
  public ScalarResult<Long> read(Scalar scalar) {
    Optional<Long> share =
        Optional.of(SHARE.matcher(scalar.text()))
            .filter(Matcher::matches)
            .map(seen -> new BigDecimal(seen.group(1)).multiply(UNIT).longValueExact())
            .filter(value -> value > 0 && value <= WHOLE);
    return share
        .map(ScalarResult::of)
        .orElseGet(
            () ->
                ScalarResult.refused(
                    scalar, "a percentage above 0% and up to 100% was expected, such as 70%"));
  }
}
