package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndocumentedAttributeTest {
  private final RuleTester tester = new RuleTester(new UndocumentedAttribute());

  @Test
  void attributeKnownFromArmIsFound() {
    assertThat(tester.inSection("<monitoring><actions minProcessExecutionTime='0' /></monitoring>"))
        .containsExactly(
            "2:22 minProcessExecutionTime in actions is not documented for web.config: if IIS does not"
                + " know it, every request is answered with 500.19");
    assertThat(tester.inTriggers("<slowRequests path='/a' />")).hasSize(1);
    assertThat(tester.inTriggers("<statusCode><add path='/a' /></statusCode>")).hasSize(1);
  }

  @Test
  void elementIsFoundOnceWhateverStandsInIt() {
    assertThat(tester.inTriggers("<statusCodesRange statusCodes='500-599' path='/a' />"))
        .containsExactly(
            "2:2 statusCodesRange in triggers is not documented for web.config: if IIS does not know"
                + " it, every request is answered with 500.19");
    assertThat(tester.inTriggers("<slowRequestsWithPath />")).hasSize(1);
    assertThat(tester.inTriggers("<statusCode><clear /><remove /></statusCode>")).hasSize(2);
  }

  @Test
  void samePlainNamesElsewhereAreLeftToOtherRules() {
    assertThat(tester.inTriggers("<requests path='/a' /><clear />")).isEmpty();
  }

  @Test
  void documentedNamesAreFine() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='800000' lockItem='true' />")).isEmpty();
  }
}
