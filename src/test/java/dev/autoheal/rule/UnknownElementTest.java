package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownElementTest {
  private final RuleTester tester = new RuleTester(new UnknownElement());

  @Test
  void misspelledTriggerGetsTheRightName() {
    assertThat(tester.inTriggers("<request count='5' />"))
        .containsExactly("2:2 request is no element of triggers: did you mean requests?");
  }

  @Test
  void letterCaseCounts() {
    assertThat(tester.inTriggers("<Memory privateBytesInKB='800000' />"))
        .containsExactly("2:2 Memory is no element of triggers: letter case counts, write memory");
  }

  @Test
  void elementInPlaceOfAnAttributeGetsTheAttribute() {
    assertThat(tester.inTriggers("<privateBytesInKB> 1500000 </privateBytesInKB>"))
        .containsExactly(
            "2:2 privateBytesInKB is an attribute of memory, not an element: write <memory"
                + " privateBytesInKB=\"1500000\" />");
    assertThat(tester.inTriggers("<requests><count><!-- ? -->5</count></requests>"))
        .containsExactly(
            "2:12 count is an attribute of requests, not an element: write count=\"…\" on it");
  }

  @Test
  void elementInTheWrongPlaceGetsTheRightOne() {
    assertThat(tester.inTriggers("<add statusCode='500' />"))
        .containsExactly("2:2 add is no element of triggers: it belongs in statusCode");
    assertThat(tester.inSection("<monitoring><memory /></monitoring>"))
        .containsExactly("2:14 memory is no element of monitoring: it belongs in triggers");
  }

  @Test
  void elementThatIsLikeNoneGetsTheList() {
    assertThat(tester.inTriggers("<cpu percent='90' />"))
        .containsExactly(
            "2:2 cpu is no element of triggers: triggers takes requests, slowRequests, memory and"
                + " statusCode");
  }

  @Test
  void elementInOneThatTakesNoneIsFound() {
    assertThat(tester.inTriggers("<memory><limit /></memory>"))
        .containsExactly("2:10 memory takes no elements, but has limit: remove it");
  }

  @Test
  void whatStandsInAnUnknownElementIsNotJudged() {
    assertThat(tester.inTriggers("<statusCodes><rule /></statusCodes>")).hasSize(1);
  }

  @Test
  void elementsKnownFromElsewhereAreNotUnknown() {
    assertThat(
            tester.inTriggers(
                "<statusCodesRange /><slowRequestsWithPath /><statusCode><clear /><remove /></statusCode>"))
        .isEmpty();
  }
}
