package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import org.junit.jupiter.api.Test;

class NotRootConfigTest {
  private static final String SECTION =
      "<configuration %s>\n<system.webServer>\n<monitoring %s />\n</system.webServer></configuration>";

  private final RuleTester tester = new RuleTester(new NotRootConfig());

  @Test
  void reportsASectionBelowAnotherWebConfig() {
    assertThat(
            tester.findings(
                RuleTester.below(
                    "shop/Web.config",
                    subject("shop/admin/web.config", SECTION.formatted("", "")))))
        .containsExactly(
            "3:1 unexpected <monitoring> in a subfolder; move it to shop/Web.config or add this"
                + " file to the policy");
  }

  @Test
  void acceptsASectionWithoutAWebConfigAbove() {
    tester.findsNothing(SECTION.formatted("", ""));
  }

  @Test
  void acceptsALowerFileWithoutASection() {
    assertThat(
            tester.findings(
                RuleTester.below("web.config", subject("a/web.config", "<configuration />"))))
        .isEmpty();
  }

  @Test
  void ignoresATransform() {
    String transform =
        SECTION.formatted(
            "xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'",
            "xdt:Transform='Insert'");
    assertThat(
            tester.findings(
                RuleTester.below("web.config", subject("a/Web.Release.config", transform))))
        .isEmpty();
  }

  private static RuleContext subject(String path, String xml) {
    return RuleTester.subject(RuleTester.file(path, xml));
  }
}
