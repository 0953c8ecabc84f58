package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuplicateElementTest {
  private final RuleTester tester = new RuleTester(new DuplicateElement());

  @Test
  void actionForEachTriggerIsFound() {
    assertThat(
            tester.inSection(
                """
                <monitoring>
                  <triggers />
                  <actions value="Recycle" />
                  <actions value="LogEvent" />
                </monitoring>
                """))
        .containsExactly(
            "5:3 another actions element in monitoring: all triggers share one action, keep one");
  }

  @Test
  void secondTriggersElementIsOneFindingWhateverStandsInIt() {
    assertThat(
            tester.inSection(
                """
                <monitoring>
                  <triggers><requests /></triggers>
                  <triggers><requests /></triggers>
                </monitoring>
                """))
        .containsExactly(
            "4:3 another triggers element in monitoring: one holds all triggers, merge it into the"
                + " first");
  }

  @Test
  void secondCollectionOfStatusRulesIsFound() {
    assertThat(tester.inTriggers("<statusCode />\n<statusCode />"))
        .containsExactly(
            "3:1 another statusCode element in triggers: one holds all status rules, merge it into"
                + " the first");
  }

  @Test
  void secondSlowRequestsIsFound() {
    assertThat(tester.inTriggers("<slowRequests />\n<memory />\n<slowRequests />"))
        .containsExactly(
            "4:1 another slowRequests element in triggers: only one is documented, keep one");
  }

  @Test
  void severalStatusRulesAreFine() {
    assertThat(tester.inTriggers("<statusCode><add /><add /></statusCode>")).isEmpty();
  }

  @Test
  void unknownElementsAreNotCounted() {
    assertThat(tester.inTriggers("<request /><request />")).isEmpty();
  }
}
