package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformMissesTargetTest {
  private final RuleTester tester = new RuleTester(new TransformMissesTarget());

  @ParameterizedTest
  @ValueSource(strings = {"Replace", "Remove", "RemoveAll", "RemoveAttributes"})
  void whatMeetsNothingOnlyWarns(String verb) {
    String order = "<monitoring xdt:Transform='%s' />".formatted(verb);
    assertThat(tester.findings(RuleTester.transform(order, "<rewrite />")))
        .containsExactly(
            "2:28 %s finds no such monitoring, so that nothing happens but a warning at publishing: write"
                    .formatted(verb)
                + " the path where it stands, or insert it");
    assertThat(tester.findings(RuleTester.transform(order, "<monitoring a='b' />"))).isEmpty();
  }

  @Test
  void anInsertWithoutAParentFails() {
    String order =
        "<monitoring><triggers><memory xdt:Transform='Insert' /></triggers></monitoring>";
    assertThat(tester.findings(RuleTester.transform(order, "")))
        .singleElement()
        .asString()
        .startsWith("2:46 ")
        .endsWith(": the publishing fails");
  }

  @Test
  void otherPartsAreNobodysBusiness() {
    String order = "<rewrite xdt:Transform='Remove' /><monitoring />";
    assertThat(tester.findings(RuleTester.transform(order, ""))).isEmpty();
  }

  @Test
  void whatATransformMadeItselfIsThere() {
    String order =
        "<monitoring xdt:Transform='InsertIfMissing' /><monitoring xdt:Transform='Replace' />";
    assertThat(tester.findings(RuleTester.transform(order, ""))).isEmpty();
  }
}
