package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissingAttributeTest {
  private final RuleTester tester = new RuleTester(new MissingAttribute());

  @Test
  void reportsATriggerWithoutOneThreshold() {
    assertThat(tester.inTriggers("<requests count='5' />"))
        .containsExactly(
            "2:1 missing attribute timeInterval in <requests>; add "
                + "timeInterval=\"00:01:00\", for example");
  }

  @Test
  void reportsAllThatOneTriggerLacksOnce() {
    assertThat(tester.inTriggers("<slowRequests count='5' />"))
        .containsExactly(
            "2:1 missing attributes timeTaken and timeInterval in <slowRequests>; add them");
  }

  @Test
  void requiresTheAttributeOfMemory() {
    assertThat(tester.inTriggers("<memory />"))
        .containsExactly(
            "2:1 missing attribute privateBytesInKB in <memory>; add "
                + "privateBytesInKB=\"819200\", for example");
  }

  @Test
  void acceptsAStatusRuleWithoutASubStatus() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add statusCode="500" count="10" timeInterval="00:00:30" />
                  <add subStatusCode="100" count="10" timeInterval="00:00:30" />
                </statusCode>
                """))
        .containsExactly(
            "4:3 missing attribute statusCode in <add>; add statusCode=\"500\", for " + "example");
  }

  @Test
  void acceptsAnEmptyValue() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='' />")).isEmpty();
  }

  @Test
  void leavesAMisspelledAttributeToOtherRules() {
    assertThat(tester.inTriggers("<memory privateBytesInKb='5' />")).isEmpty();
    assertThat(
            tester.inTriggers(
                "<statusCode><add status='500' count='1' interval='1' /></statusCode>"))
        .isEmpty();
  }

  @Test
  void reportsAMissingAttributeNextToAMisspelledOne() {
    assertThat(tester.inTriggers("<requests counts='5' />"))
        .containsExactly(
            "2:1 missing attribute timeInterval in <requests>; add "
                + "timeInterval=\"00:01:00\", for example");
  }

  @Test
  void reportsNothingIfAnUnknownAttributeMayBeTheMissingOne() {
    assertThat(tester.inTriggers("<memory limit='5' />")).isEmpty();
  }

  @Test
  void leavesAnElementInPlaceOfAnAttributeToOtherRules() {
    assertThat(
            tester.inTriggers(
                "<requests><count>5</count><timeInterval>00:10:00</timeInterval></requests>"))
        .isEmpty();
  }

  @Test
  void leavesValuesAsTextToOtherRules() {
    assertThat(tester.inTriggers("<memory>800000</memory>")).isEmpty();
    assertThat(tester.inTriggers("<requests count='5'> a</requests>")).hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == next to a misspelled one
        <slowRequests counts="20" timeTaken="00:00:45" />
        > 2:1 missing attribute timeInterval in <slowRequests>; add timeInterval="00:05:00", for
        >> example
        > 2:15 unknown attribute 'counts' in <slowRequests>; did you mean count?
        >> [unknown-attribute]

        == empty collection is fine
        <memory privateBytesInKB="800000" />
        <statusCode />
        > 3:1 missing <add> in <statusCode>; add one or remove <statusCode> [no-triggers]

        == value as text
        <memory>800000</memory>
        > 2:9 unexpected text '800000' in <memory>; use <memory privateBytesInKB="800000" />
        >> [stray-text]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new MissingAttribute());
  }
}
