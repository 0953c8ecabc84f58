package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionIndexTest {
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
  void findsAMissingAttribute(String trigger) {
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
  void ignoresAnAttributeInAnotherForm(String trigger) {
    assertThat(isCountMissing(trigger)).isFalse();
  }

  @Test
  void ignoresAnAttributeOfOtherElements() {
    assertThat(trigger("<requests />").lacks("timeTaken")).isFalse();
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
  void findsAMissingElement(String content) {
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
  void ignoresAnElementInAnotherFormOrPlace(String content) {
    assertThat(isActionsMissing(content)).isFalse();
  }

  @Test
  void ignoresAnElementOfOtherParents() {
    Section section = section("");
    assertThat(section.index().lacks(section.element(), "requests")).isFalse();
  }

  private static boolean isCountMissing(String trigger) {
    return trigger(trigger).lacks("count");
  }

  private static boolean isActionsMissing(String content) {
    Section section = section(content);
    return section.index().lacks(section.element(), "actions");
  }

  private static NamedElement trigger(String trigger) {
    Section section = TestSection.withTriggers(trigger);
    return section.index().named(section.triggers().get(0).element());
  }

  private static Section section(String content) {
    return TestSection.of("<monitoring>" + content + "</monitoring>");
  }
}
