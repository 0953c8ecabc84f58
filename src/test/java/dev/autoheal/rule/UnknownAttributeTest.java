package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownAttributeTest {
  private final RuleTester tester = new RuleTester(new UnknownAttribute());

  @Test
  void misspelledAttributeGetsTheRightName() {
    assertThat(tester.inTriggers("<requests count='5' timeIntervall='00:10:00' />"))
        .containsExactly(
            "2:21 timeIntervall is no attribute of requests: did you mean timeInterval?");
  }

  @Test
  void letterCaseCounts() {
    assertThat(tester.inTriggers("<memory privateBytesInKb='800000' />"))
        .containsExactly(
            "2:9 privateBytesInKb is no attribute of memory: letter case counts, write"
                + " privateBytesInKB");
  }

  @Test
  void nameFromArmGetsTheOneOfWebConfig() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add status="500" subStatus="100" count="10" timeInterval="00:00:30" />
                </statusCode>
                """))
        .containsExactly(
            "3:8 status is no attribute of add: did you mean statusCode?",
            "3:21 subStatus is no attribute of add: did you mean subStatusCode?");
  }

  @Test
  void nameThatIsThereAlreadyIsNotMeant() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='1' privateBytesInMB='1' />"))
        .containsExactly(
            "2:30 privateBytesInMB is no attribute of memory: memory takes privateBytesInKB");
  }

  @Test
  void allAttributesOfAnElementThatTakesNoneAreOneFinding() {
    assertThat(
            tester.inTriggers("<statusCode statusCode='500' count='10' timeInterval='00:00:30' />"))
        .containsExactly(
            "2:13 statusCode takes no attributes, but has statusCode, count and timeInterval: they"
                + " belong on the add element in it");
    assertThat(tester.inSection("<monitoring enabled='true' />"))
        .containsExactly("2:13 monitoring takes no attributes, but has enabled: remove it");
  }

  @Test
  void lockAttributesAreTaken() {
    assertThat(
            tester.inTriggers(
                "<requests lockItem='true' lockAttributes='count' lockAllElementsExcept='x' />"))
        .isEmpty();
  }

  @Test
  void attributesKnownFromElsewhereAreNotUnknown() {
    assertThat(tester.inSection("<monitoring><actions minProcessExecutionTime='0' /></monitoring>"))
        .isEmpty();
    assertThat(tester.inTriggers("<slowRequests path='/a' />")).isEmpty();
  }

  @Test
  void attributesOfOtherNamespacesAreNotJudged() {
    assertThat(tester.inSection("<monitoring xmlns:x='urn:x' x:note='a' configSource='a' />"))
        .isEmpty();
  }

  @Test
  void letterCaseAloneIsMended() {
    String file =
        "<configuration><system.webServer><monitoring><triggers><requests %s /></triggers></monitoring></system.webServer></configuration>";
    assertThat(tester.fixed(file.formatted("Count = '5' timeIntervall='00:10:00'")))
        .isEqualTo(file.formatted("count = '5' timeIntervall='00:10:00'"));
    String twice = file.formatted("Count='5' COUNT='6'");
    assertThat(tester.fixed(twice)).isEqualTo(twice);
  }
}
