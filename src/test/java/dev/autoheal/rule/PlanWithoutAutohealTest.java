package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanWithoutAutohealTest {
  private static final String SECTION = RuleTester.inFile("<memory privateBytesInKB='819200' />");

  private final RuleTester tester = new RuleTester(new PlanWithoutAutoheal());

  @ParameterizedTest
  @ValueSource(strings = {"F1", "D1"})
  void freeAndSharedAreFound(String sku) {
    assertThat(tester.findings(SECTION, plan("sku: " + sku)))
        .containsExactly(
            "1:34 the plan is %s, and AutoHeal is documented for Standard and above: the section may"
                    .formatted(sku)
                + " do nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sku: S1", "sku: P0V3", "sku: I1V2", "memory: 1GB", "bitness: 32"})
  void otherPlansAreFine(String plan) {
    tester.findsNothing(SECTION, plan(plan));
  }

  @Test
  void basicIsNotSaidToBeWithout() {
    tester.findsNothing(SECTION, plan("sku: B1"));
  }

  @Test
  void planIsSaidOnceHoweverManySectionsThereAre() {
    String section = "<monitoring><triggers /></monitoring>";
    String twice =
        "<configuration><system.webServer>%s%s</system.webServer></configuration>"
            .formatted(section, section);
    assertThat(tester.findings(twice, plan("sku: F1"))).hasSize(1);
  }

  @Test
  void fileWithoutASectionIsFine() {
    tester.findsNothing("<configuration />", plan("sku: F1"));
    tester.findsNothing(SECTION);
  }

  private static String plan(String plan) {
    return RuleTester.app("plan: { " + plan + " }");
  }
}
