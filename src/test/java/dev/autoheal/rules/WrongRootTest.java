package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import org.junit.jupiter.api.Test;

class WrongRootTest {
  private final RuleTester tester = new RuleTester(new WrongRoot());

  @Test
  void reportsAnotherRoot() {
    assertThat(tester.findings("<!-- c -->\n<appSettings />"))
        .containsExactly("2:2 expected root element <configuration>, got <appSettings>");
  }

  @Test
  void comparesNamesCaseSensitively() {
    assertThat(tester.findings("<Configuration />"))
        .containsExactly(
            "1:2 expected root element <configuration>, got <Configuration> (names are "
                + "case-sensitive)");
  }

  @Test
  void reportsAPrefix() {
    assertThat(tester.findings("<c:configuration xmlns:c='urn:c' />")).hasSize(1);
  }

  @Test
  void acceptsTheOldNamespace() {
    tester.findsNothing(
        "<configuration xmlns='http://schemas.microsoft.com/.NetConfiguration/v2.0' />");
  }

  @Test
  void acceptsAnotherRootInATransform() {
    RuleContext subject =
        RuleTester.subject(RuleTester.file("Web.Release.config", "<appSettings />"));
    assertThat(tester.findings(subject)).isEmpty();
  }
}
