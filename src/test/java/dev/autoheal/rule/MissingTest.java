package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.section.Section;
import dev.autoheal.xml.XmlElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<requests />",
        "<requests timeInterval='00:10:00' />",
        "<requests timeinterval='00:10:00' />",
        "<requests lockItem='true' />",
        "<requests xmlns:a='urn:a' a:count='5' />",
        "<requests><timeInterval>00:10:00</timeInterval></requests>",
        "<requests timeInterval='00:10:00'>5</requests>"
      })
  void attributeThatNothingStandsForIsMissing(String trigger) {
    assertThat(isCountMissing(trigger)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<requests count='' />",
        "<requests Count='5' />",
        "<requests counts='5' />",
        "<requests limit='5' />",
        "<requests timeinterval='00:10:00' limit='5' />",
        "<requests><count>5</count></requests>",
        "<requests>5 in 00:10:00</requests>"
      })
  void attributeThatStandsInAnotherFormIsNot(String trigger) {
    assertThat(isCountMissing(trigger)).isFalse();
  }

  @Test
  void attributeThatTheElementDoesNotTakeIsNeverMissing() {
    assertThat(Missing.attribute(trigger("<requests />"), "timeTaken")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<triggers />",
        "<trigger />",
        "<triggers><other /></triggers>",
        "<!-- <actions /> -->",
        "<triggers /> // later"
      })
  void elementThatNothingStandsForIsMissing(String content) {
    assertThat(isActionsMissing(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<actions />",
        "<action />",
        "<Actions />",
        "<other />",
        "<triggers /><other />",
        "<triggers><actions /></triggers>",
        "<triggers><action /></triggers>",
        "action: recycle"
      })
  void elementThatStandsInAnotherFormOrPlaceIsNot(String content) {
    assertThat(isActionsMissing(content)).isFalse();
  }

  @Test
  void elementThatTheParentDoesNotTakeIsNeverMissing() {
    Section section = section("");
    assertThat(Missing.element(section, section.element(), "requests")).isFalse();
  }

  private static boolean isCountMissing(String trigger) {
    return Missing.attribute(trigger(trigger), "count");
  }

  private static boolean isActionsMissing(String content) {
    Section section = section(content);
    return Missing.element(section, section.element(), "actions");
  }

  private static XmlElement trigger(String trigger) {
    return section("<triggers>" + trigger + "</triggers>").triggers().get(0).element();
  }

  private static Section section(String content) {
    return RuleTester.section("<monitoring>" + content + "</monitoring>");
  }
}
