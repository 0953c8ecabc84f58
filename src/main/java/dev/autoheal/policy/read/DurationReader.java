package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.WholeNumber;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a duration as seconds: {@code 45s}, {@code 10m}, {@code 1h30m}, {@code 2d} or {@code
 * hh:mm:ss}. It must be more than zero and at most {@link WholeNumber#MAX} seconds.
 */
final class DurationReader implements ScalarReader<Long> {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([0-9]{1,10})d)?(?:([0-9]{1,10})h)?(?:([0-9]{1,10})m)?(?:([0-9]{1,10})s)?");
  private static final long[] SECONDS = {86_400, 3600, 60, 1};

  @Override
  public String expected() {
    return "a duration such as 45s, 10m or 1h30m";
  }

  @Override
  public ScalarResult<Long> read(Scalar scalar) {
    OptionalLong seconds = seconds(scalar.text());
    if (seconds.isEmpty()) {
      return ScalarResult.refused(scalar, advice(scalar.text()));
    }
    long value = seconds.getAsLong();
    if (value == 0) {
      return ScalarResult.refused(scalar, "more than zero was expected");
    }
    return value > WholeNumber.MAX
        ? ScalarResult.refused(scalar, "at most %ds was expected".formatted(WholeNumber.MAX))
        : ScalarResult.of(value);
  }

  private String advice(String text) {
    String joined = text.replace(" ", "");
    return seconds(joined).isPresent()
        ? "blanks do not belong here: write " + joined
        : DurationSuggestion.of(text).orElse(expected() + " was expected");
  }

  private static OptionalLong seconds(String text) {
    OptionalLong span = TimeSpan.parse(text);
    Matcher parts = PARTS.matcher(text);
    if (span.isPresent() || text.isEmpty() || !parts.matches()) {
      return span;
    }
    long sum = 0;
    for (int i = 0; i < SECONDS.length; i++) {
      String part = parts.group(i + 1);
      sum += part == null ? 0 : Long.parseLong(part) * SECONDS[i];
    }
    return OptionalLong.of(sum);
  }
}
