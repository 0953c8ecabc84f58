package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.Finding;
import dev.autoheal.rule.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests values that are invalid and also violate the policy. */
class InvalidValueTest {
  private static final String POLICY =
      RuleTester.app(
          """
          plan: { sku: P1V3, bitness: 32 }
              limits: { memory: { privateBytes: { min: 200MB, max: 4GB } } }
              action: recycle
              triggers: { memory: { privateBytes: 800MB } }
          """);

  @ParameterizedTest
  @CsvSource({
    "838860800, memory-out-of-range",
    "100, memory-out-of-range",
    "0, memory-out-of-range",
    "800MB, invalid-number"
  })
  void reportsAnInvalidValueOnce(String value, String rule) {
    assertThat(findings("<memory privateBytesInKB='" + value + "' />")).containsExactly(rule);
  }

  @Test
  void reportsTheNextRuleIfTheFirstIsSuppressed() {
    String comment =
        """
        <!-- autoheal-ignore memory-out-of-range reason='known' -->
        <!-- autoheal-ignore drift reason='known' -->
        """;
    String huge = "<memory privateBytesInKB='838860800' />";
    assertThat(findings(comment + huge)).containsExactly("memory-above-plan", "outside-limits");
    assertThat(findings(comment + huge.replace("838860800", "100")))
        .containsExactly("outside-limits");
  }

  @Test
  void reportsDriftForASuppressedInvalidNumber() {
    assertThat(
            findings(
                "<!-- autoheal-ignore invalid-number reason='known' -->\n"
                    + "<memory privateBytesInKB='800MB' />"))
        .containsExactly("drift");
  }

  @Test
  void reportsDriftForASuppressedInvalidAction() {
    String section =
        RuleTester.inFile("<memory privateBytesInKB='819200' />").replace("Recycle", "Restart");
    assertThat(rules(section)).containsExactly("invalid-action");
    assertThat(
            rules(
                section.replace(
                    "<actions",
                    "<!-- autoheal-ignore invalid-action reason='known' -->\n<actions")))
        .containsExactly("drift");
  }

  private static List<String> findings(String triggers) {
    return rules(RuleTester.inFile(triggers));
  }

  private static List<String> rules(String xml) {
    CheckResult result = RuleTester.verdict(RuleTester.compared(xml, POLICY));
    return result.findings().stream().map(Finding::rule).sorted().toList();
  }
}
