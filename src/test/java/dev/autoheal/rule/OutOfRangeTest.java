package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.TriggerElement;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfRangeTest {
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
  void boundsAreThoseOfThePortalAndOfHttp(String trigger, String outside, String inside) {
    assertThat(OutOfRange.in(section(trigger.formatted(outside)))).hasSize(1);
    assertThat(OutOfRange.in(section(trigger.formatted(inside)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<requests count='many' timeInterval='0' />",
        "<requests count='#{n}#' timeInterval='' />",
        "<requests />",
        "<statusCode><add subStatusCode='0' win32StatusCode='4294967295' /></statusCode>"
      })
  void whatCannotBeReadAndWhatMeansAnyIsNot(String trigger) {
    assertThat(OutOfRange.in(section(trigger))).isEmpty();
  }

  @Test
  void allOfASectionAreSeen() {
    assertThat(
            OutOfRange.in(
                section(
                    "<requests count='0' timeInterval='00:00:00' /><memory privateBytesInKB='1' />")))
        .extracting(value -> value.attribute().xmlName())
        .containsExactly("count", "timeInterval", "privateBytesInKB");
  }

  @Test
  void soundValueIsOneThatIsThereAndInRange() {
    assertThat(count("<requests count='7' />")).hasValue(7);
    assertThat(count("<requests count='0' />")).isEmpty();
    assertThat(count("<requests count='x' />")).isEmpty();
    assertThat(count("<requests />")).isEmpty();
  }

  private static OptionalLong count(String trigger) {
    TriggerElement element = section(trigger).triggers().get(0);
    return OutOfRange.sound(element, Attribute.COUNT);
  }

  private static Section section(String triggers) {
    return RuleTester.section("<monitoring><triggers>" + triggers + "</triggers></monitoring>");
  }
}
