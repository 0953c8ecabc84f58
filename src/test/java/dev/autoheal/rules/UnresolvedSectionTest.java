package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnresolvedSectionTest {
  private static final String SECTION =
      "<monitoring><triggers><memory privateBytesInKB='800000' /></triggers>"
          + "<actions value='Recycle' /></monitoring>";

  private final RuleTester tester = new RuleTester(new UnresolvedSection());

  @Test
  void transformOfAnOwnAssemblyIsFound() {
    assertThat(
            findings(
                """
                <xdt:Import assembly="Shop" namespace="Shop" />
                <monitoring xdt:Transform="Merge" />
                """))
        .containsExactly(
            "3:28 cannot determine the section that the app will run with: Merge is not a"
                + " transform that is followed here");
  }

  @Test
  void locatorOfAnOwnAssemblyIsFound() {
    assertThat(
            findings(
                """
                <xdt:Import assembly="Shop" namespace="Shop" />
                <monitoring xdt:Locator="Largest()" xdt:Transform="Remove" />
                """))
        .containsExactly(
            "3:26 cannot determine the section that the app will run with: Largest is not a"
                + " locator that is followed here");
  }

  @Test
  void pathThatCostsTooMuchIsFound() {
    String costly = "//*" + "[count(//*[count(//*) > 0]) > 0]".repeat(8);
    String base = SECTION.replace("<triggers>", "<triggers>" + "<a />".repeat(400));
    assertThat(
            tester.findings(
                RuleTester.transform(
                    "<monitoring xdt:Locator='XPath(" + costly + ")' xdt:Transform='Remove' />",
                    base)))
        .hasSize(1);
  }

  @Test
  void importAloneIsFine() {
    assertThat(
            findings(
                """
                <xdt:Import assembly="Shop" namespace="Shop" />
                <monitoring xdt:Transform="Remove" />
                """))
        .isEmpty();
  }

  @Test
  void transformThatFailsIsNotUnresolved() {
    assertThat(findings("<monitoring xdt:Transform='Merge' />")).isEmpty();
  }

  private List<String> findings(String orders) {
    return tester.findings(RuleTester.transform(orders, SECTION));
  }
}
