package dev.autoheal.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.text.Span;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** Tests that values are read exactly and that proposed values are valid. */
class ValuePropertyTest {
  private static final Pattern FIX = Pattern.compile("; use (\\S+)(?: or (\\S+))?$");

  @Property
  void addsUpThePartsOfADuration(
      @ForAll @IntRange(max = 40_000) int days,
      @ForAll @IntRange(max = 99) int hours,
      @ForAll @IntRange(max = 999) int minutes,
      @ForAll @IntRange(min = 1, max = 9999) int seconds) {
    long sum = days * 86_400L + hours * 3600L + minutes * 60L + seconds;
    assertThat(duration(days + "d" + hours + "h" + minutes + "m" + seconds + "s")).isEqualTo(sum);
    assertThat(duration(TimeSpan.format(sum))).isEqualTo(sum);
  }

  @Property
  void readsASizeExactly(@ForAll @LongRange(min = 102_401, max = 4_294_967_295L) long kilobytes) {
    String megabytes =
        new BigDecimal(kilobytes).divide(new BigDecimal(1024)).stripTrailingZeros().toPlainString();
    assertThat(size(kilobytes + "KB")).isEqualTo(kilobytes);
    assertThat(size(megabytes + "MB")).isEqualTo(kilobytes);
  }

  @Property
  void acceptsOnlyPlainNumbers(@ForAll @LongRange(min = 1, max = 4_294_967_295L) long number) {
    assertThat(number(Long.toString(number))).isEqualTo(number);
    for (String other :
        new String[] {"0" + number, "+" + number, "0x" + Long.toHexString(number)}) {
      ScalarReader<Long> reader = ScalarReader.number(1, 4_294_967_295L);
      assertThat(reader.parser().apply(scalar(other))).isEmpty();
      assertThat(reader.refusal().apply("'count'", scalar(other))).endsWith("; use " + number);
    }
  }

  @Property
  void acceptsAnyTextOrProposesAWellFormedFix(
      @ForAll
          @Chars({'0', '1', '6', ':', '.', ' ', '-', '+', '%', '_'})
          @AlphaChars
          @NumericChars
          @StringLength(max = 12)
          String text) {
    assertProposal(DurationReader.READER, text);
    assertProposal(ScalarReader.SIZE, text);
    assertProposal(ScalarReader.number(0, 4_294_967_295L), text);
  }

  private static void assertProposal(ScalarReader<Long> reader, String text) {
    if (reader.parser().apply(scalar(text)).isPresent()) {
      return;
    }
    String refusal = reader.refusal().apply("'count'", scalar(text));
    Matcher advice = FIX.matcher(refusal);
    if (advice.find()) {
      assertThat(isWellFormed(reader, advice.group(1))).describedAs(refusal).isTrue();
      assertThat(advice.group(2) == null || isWellFormed(reader, advice.group(2))).isTrue();
    }
  }

  /** Returns whether the text is a value, even if too large or too small. */
  private static boolean isWellFormed(ScalarReader<Long> reader, String text) {
    String reason = reader.refusal().apply("'count'", scalar(text));
    return reader.parser().apply(scalar(text)).isPresent()
        || reason.contains(" above ")
        || reason.contains(" up to ")
        || reason.contains(" from 0 to ");
  }

  private static long duration(String text) {
    return DurationReader.READER.parser().apply(scalar(text)).orElseThrow();
  }

  private static long size(String text) {
    return ScalarReader.SIZE.parser().apply(scalar(text)).orElseThrow();
  }

  private static long number(String text) {
    return ScalarReader.number(1, 4_294_967_295L).parser().apply(scalar(text)).orElseThrow();
  }

  private static Scalar scalar(String text) {
    boolean isNumber = text.matches("[-+]?[0-9]+|0x[0-9a-fA-F]+");
    return new Scalar(text, isNumber ? YamlNode.Type.WHOLE_NUMBER : YamlNode.Type.TEXT, Span.at(0));
  }
}
