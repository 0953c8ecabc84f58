package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeftoverTransformTest {
  private static final String XDT = "http://schemas.microsoft.com/XML-Document-Transform";

  private final RuleTester tester = new RuleTester(new LeftoverTransform());

  @Test
  void attributeOfATransformIsFoundWhereItStands() {
    assertThat(
            tester.findings(
                """
                <configuration xmlns:xdt="%s">
                  <appSettings>
                    <add key="a" xdt:Transform="Remove" />
                  </appSettings>
                </configuration>
                """
                    .formatted(XDT)))
        .containsExactly(
            "3:18 xdt:Transform on add is an order to publishing, and IIS does not know it: remove"
                + " it here, or keep it in a transform such as Web.Release.config");
  }

  @Test
  void whatStandsOnOneElementIsOneFinding() {
    assertThat(
            tester.findings(
                "<configuration xmlns:x='%s'><a x:Locator='Match(b)' b='' x:Transform='Remove' /></configuration>"
                    .formatted(XDT)))
        .containsExactly(
            "1:81 x:Locator and x:Transform on a are orders to publishing, and IIS does not know"
                + " them: remove them here, or keep them in a transform such as Web.Release.config");
  }

  @Test
  void declarationAloneIsFine() {
    tester.findsNothing("<configuration xmlns:xdt='" + XDT + "'><a b='xdt:c' /></configuration>");
  }

  @Test
  void attributesOfOtherNamespacesAreFine() {
    tester.findsNothing(
        "<configuration xmlns:xdt='%s'><a xmlns:xdt='urn:b' xdt:Transform='c' xml:space='default' /></configuration>"
            .formatted(XDT));
  }

  @Test
  void transformIsMadeOfThem() {
    assertThat(
            tester.findings(
                Subject.of(
                    RuleTester.file(
                        "Web.Release.config",
                        "<configuration xmlns:x='%s'><a x:Transform='Remove' /></configuration>"
                            .formatted(XDT)))))
        .isEmpty();
  }
}
