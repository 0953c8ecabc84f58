package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"PrivateBytesInKb", "private-bytes-in-kb", "private_memory_kb"})
  void elementWithAnotherNameOfAnAttributeGetsIt(String name) {
    assertThat(tester.inTriggers("<%s>1500000</%1$s>".formatted(name)))
        .containsExactly(
            "2:2 %s is an attribute of memory, not an element: write <memory privateBytesInKB=\"1500000\" />"
                .formatted(name));
  }

  @Test
  void attributeAsAnElementFarFromItsOwnerIsNamed() {
    assertThat(
            tester.inSection(
                "<monitoring><privateBytesInKB>1500000</privateBytesInKB></monitoring>"))
        .singleElement()
        .asString()
        .endsWith(
            "privateBytesInKB is no element of monitoring: it is an attribute of memory in triggers");
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
  void elementElsewhereThatNamesAnActionIsNoAction() {
    assertThat(tester.inTriggers("<request action='Recycle' />"))
        .containsExactly("2:2 request is no element of triggers: did you mean requests?");
    assertThat(tester.inSection("<monitoring><what action='Recycle' /></monitoring>"))
        .containsExactly(
            "2:14 what is no element of monitoring: monitoring takes triggers and actions");
  }

  @Test
  void elementWithNothingOfARuleIsNotTakenForOne() {
    assertThat(tester.inTriggers("<statusCode><what percent='90' /></statusCode>"))
        .containsExactly("2:14 what is no element of statusCode: statusCode takes add");
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

  @Test
  void ruleUnderAnotherNameIsMeantToBeAdd() {
    assertThat(tester.inTriggers("<statusCode><statusCode status='500' /></statusCode>"))
        .containsExactly("2:14 statusCode is no element of statusCode: did you mean add?");
    assertThat(tester.inTriggers("<statusCode><rule status='500' /></statusCode>"))
        .containsExactly("2:14 rule is no element of statusCode: did you mean add?");
  }

  @Test
  void inventedActionGetsTheRealOne() {
    assertThat(
            tester.inSection(
                "<monitoring><actions><action type='recycle' /></actions></monitoring>"))
        .containsExactly(
            "2:23 action is no element of actions: write <actions value=\"Recycle\" />");
    assertThat(tester.inSection("<monitoring><action type='Recycle' /></monitoring>"))
        .containsExactly(
            "2:14 action is no element of monitoring: write <actions value=\"Recycle\" />");
  }

  @ParameterizedTest
  @CsvSource({
    "<request count='5' />, <requests count='5' />",
    "<Memory></Memory>, <memory></memory>",
    "<request /><memory /><Other />, <requests /><memory /><Other />",
    "<privateBytesInKB> 15 </privateBytesInKB>, <memory privateBytesInKB=\"15\" />",
    "<requests><count>5</count></requests>, <requests count=\"5\"></requests>",
    "<statusCode><rule status='5' /><add /></statusCode>, <statusCode><add status='5' /><add /></statusCode>",
    "<statusCodes><add /></statusCodes>, <statusCode><add /></statusCode>"
  })
  void meantNameIsWritten(String before, String after) {
    assertThat(tester.fixed(triggers(before))).isEqualTo(triggers(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<request /><requests />",
        "<request /><Requests />",
        "<privateBytesInKB>5</privateBytesInKB><memory />",
        "<privateBytesInKB>5</privateBytesInKB><privateBytesInKB>6</privateBytesInKB>",
        "<privateBytesInKB>5 <!-- why --></privateBytesInKB>",
        "<privateBytesInKB unit='MB'>5</privateBytesInKB>",
        "<requests count='1'><count>5</count></requests>",
        "<requests><count>5</count><count>6</count></requests>",
        "<cpu />",
        "<memory><limit /></memory>"
      })
  void whatWouldBeTwiceLostOrAGuessIsNotMended(String triggers) {
    assertThat(tester.inTriggers(triggers)).isNotEmpty();
    assertThat(tester.fixed(triggers(triggers))).isEqualTo(triggers(triggers));
  }

  @ParameterizedTest
  @CsvSource({
    "<actions><action type='Recycle' /></actions>, <actions value='Recycle'></actions>",
    "<action type='logevent' />, <actions value='LogEvent' />",
    "<actions value='Recycle'><action type='LogEvent' /></actions>,",
    "<actions /><action type='LogEvent' />,",
    "<action type='CustomAction' />,",
    "<action type='Recycle'><!-- why --></action>,"
  })
  void inventedActionIsMendedWhereNothingIsLost(String before, String after) {
    String file =
        "<configuration><system.webServer><monitoring>%s</monitoring></system.webServer></configuration>";
    assertThat(tester.fixed(file.formatted(before)))
        .isEqualTo(file.formatted(after == null ? before : after));
  }

  private static String triggers(String triggers) {
    return "<configuration><system.webServer><monitoring><triggers>%s</triggers></monitoring></system.webServer></configuration>"
        .formatted(triggers);
  }
}
