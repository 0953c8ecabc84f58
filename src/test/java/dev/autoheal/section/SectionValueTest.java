package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionValueTest {
  @ParameterizedTest
  @CsvSource({
    "<requests count='%s' />, 0, 1",
    "<slowRequests timeTaken='%s' />, 00:00:00, 00:00:01",
    "<slowRequests timeInterval='%s' />, 00:00:00, 00:00:01",
    "<memory privateBytesInKB='%s' />, 102400, 102401",
    "<memory privateBytesInKB='%s' />, 33554433, 33554432",
    "<statusCode><add statusCode='%s' /></statusCode>, 99, 100",
    "<statusCode><add statusCode='%s' /></statusCode>, 600, 599"
  })
  void usesTheBoundsOfThePortalAndOfHttp(String trigger, String outside, String inside) {
    assertThat(outOfRange(trigger.formatted(outside))).hasSize(1);
    assertThat(outOfRange(trigger.formatted(inside))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<requests count='many' timeInterval='0' />",
        "<requests count='#{n}#' timeInterval='' />",
        "<requests />",
        "<statusCode><add subStatusCode='0' win32StatusCode='4294967295' /></statusCode>"
      })
  void acceptsUnreadableValuesAndZeroForAny(String trigger) {
    assertThat(outOfRange(trigger)).isEmpty();
  }

  @Test
  void findsAllValuesOfASection() {
    assertThat(
            outOfRange(
                "<requests count='0' timeInterval='00:00:00' /><memory privateBytesInKB='1' />"))
        .extracting(SectionValue::name)
        .containsExactly("count", "timeInterval", "privateBytesInKB");
  }

  @ParameterizedTest
  @CsvSource({
    "7, VALID",
    "0, OUT_OF_RANGE",
    "x, UNREADABLE",
    "'', UNREADABLE",
    "#{count}#, TOKEN",
    "1__n__, TOKEN"
  })
  void returnsTheStateOfAValue(String count, SectionValue.State state) {
    Section section = TestSection.withTriggers("<requests count='" + count + "' />");

    assertThat(section.values()).extracting(SectionValue::state).containsExactly(state);
  }

  @Test
  void returnsOnlyValuesInRange() {
    assertThat(count("<requests count='7' />")).hasValue(7);
    assertThat(count("<requests count='0' />")).isEmpty();
    assertThat(count("<requests count='x' />")).isEmpty();
    assertThat(count("<requests />")).isEmpty();
  }

  private static OptionalLong count(String trigger) {
    return TestSection.withTriggers(trigger).triggers().get(0).valid(Attribute.COUNT);
  }

  private static Stream<SectionValue> outOfRange(String triggers) {
    return TestSection.withTriggers(triggers).values(SectionValue.State.OUT_OF_RANGE);
  }
}
