package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.section.WholeNumber;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a plain decimal number without quotes.
 *
 * @param least the smallest allowed number
 * @param most the largest allowed number
 * @param range the end of the message for any other number or text
 */
record NumberReader(long least, long most, String range) implements ScalarReader<Long> {
  private static final Pattern PLAIN = Pattern.compile("0|-?[1-9][0-9]*");

  /** Creates a reader of the numbers from {@code least} to {@code most}, both inclusive. */
  static NumberReader of(long least, long most) {
    return new NumberReader(
        least, most, "a number from " + least + " to " + most + " was expected");
  }

  @Override
  public String expected() {
    return "a whole number";
  }

  @Override
  public ScalarResult<Long> read(Scalar scalar) {
    String text = scalar.text();
    if (!PLAIN.matcher(text).matches()) {
      return ScalarResult.refused(scalar, Advice.of(text).orElse(range));
    }
    if (scalar.type() != YamlNode.Type.WHOLE_NUMBER) {
      return ScalarResult.refused(scalar, "a number in quotes: leave the quotes out");
    }
    OptionalLong number = WholeNumber.parse(text);
    return number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most
        ? ScalarResult.of(number.getAsLong())
        : ScalarResult.refused(scalar, range);
  }

  /** Suggests plain digits for a number that is written in another way. */
  private static final class Advice {
    private static final Pattern ZEROS = Pattern.compile("0+([1-9][0-9]{0,9})");
    private static final Pattern ADORNED =
        Pattern.compile("\\+?([1-9][0-9]{0,9}(?:[_,][0-9]{1,10}){0,4})");
    private static final Pattern OCTAL = Pattern.compile("0o([0-7]{1,10})");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]{1,8})");

    static Optional<String> of(String text) {
      Matcher zeros = ZEROS.matcher(text);
      if (zeros.matches()) {
        return Optional.of("which some read as octal: write " + zeros.group(1));
      }
      Matcher adorned = ADORNED.matcher(text);
      if (adorned.matches()) {
        return plain(adorned.group(1).replaceAll("[_,]", ""));
      }
      Matcher octal = OCTAL.matcher(text);
      if (octal.matches()) {
        return plain(Long.parseLong(octal.group(1), 8));
      }
      Matcher hexadecimal = HEXADECIMAL.matcher(text);
      return hexadecimal.matches()
          ? plain(Long.parseLong(hexadecimal.group(1), 16))
          : Optional.empty();
    }

    private static Optional<String> plain(Object number) {
      return Optional.of("plain decimal digits were expected: write " + number);
    }
  }
}
