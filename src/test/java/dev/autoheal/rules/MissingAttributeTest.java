package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissingAttributeTest {
  private final RuleTester tester = new RuleTester(new MissingAttribute());

  @Test
  void triggerWithoutOneThresholdIsFound() {
    assertThat(tester.inTriggers("<requests count='5' />"))
        .containsExactly("2:1 requests has no timeInterval: it needs count and timeInterval");
  }

  @Test
  void allThatOneTriggerLacksIsOneFinding() {
    assertThat(tester.inTriggers("<slowRequests count='5' />"))
        .containsExactly(
            "2:1 slowRequests has no timeTaken and no timeInterval: it needs count, timeTaken and"
                + " timeInterval");
  }

  @Test
  void memoryNeedsItsOneAttribute() {
    assertThat(tester.inTriggers("<memory />"))
        .containsExactly("2:1 memory has no privateBytesInKB: it needs one");
  }

  @Test
  void statusRuleNeedsNoSubStatus() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add statusCode="500" count="10" timeInterval="00:00:30" />
                  <add subStatusCode="100" count="10" timeInterval="00:00:30" />
                </statusCode>
                """))
        .containsExactly("4:3 add has no statusCode: it needs statusCode, count and timeInterval");
  }

  @Test
  void emptyValueIsNotMissing() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='' />")).isEmpty();
  }

  @Test
  void misspelledAttributeIsNotMissingToo() {
    assertThat(tester.inTriggers("<memory privateBytesInKb='5' />")).isEmpty();
    assertThat(
            tester.inTriggers(
                "<statusCode><add status='500' count='1' interval='1' /></statusCode>"))
        .isEmpty();
  }

  @Test
  void oneThatIsMissingBesideAMisspelledOneIsFound() {
    assertThat(tester.inTriggers("<requests counts='5' />"))
        .containsExactly("2:1 requests has no timeInterval: it needs count and timeInterval");
  }

  @Test
  void attributeNobodyKnowsMayBeTheMissingOne() {
    assertThat(tester.inTriggers("<memory limit='5' />")).isEmpty();
  }

  @Test
  void elementInPlaceOfAnAttributeIsNotMissingToo() {
    assertThat(
            tester.inTriggers(
                "<requests><count>5</count><timeInterval>00:10:00</timeInterval></requests>"))
        .isEmpty();
  }

  @Test
  void valuesAsTextAreFoundByAnotherRule() {
    assertThat(tester.inTriggers("<memory>800000</memory>")).isEmpty();
    assertThat(tester.inTriggers("<requests count='5'> a</requests>")).hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == beside a misspelled one
        <slowRequests counts="20" timeTaken="00:00:45" />
        > 2:1 slowRequests has no timeInterval: it needs count, timeTaken and timeInterval
        > 2:15 counts is no attribute of slowRequests: did you mean count? [unknown-attribute]

        == empty collection is fine
        <memory privateBytesInKB="800000" />
        <statusCode />
        > 3:1 statusCode holds no add element, so no status is counted: add one, or remove
        >> statusCode [no-triggers]

        == value as text
        <memory>800000</memory>
        > 2:9 800000 stands as text in memory: write <memory privateBytesInKB="800000" />
        >> [stray-text]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new MissingAttribute());
  }
}
