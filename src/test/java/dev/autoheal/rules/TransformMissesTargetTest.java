package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.RuleContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformMissesTargetTest {
  private final RuleTester tester = new RuleTester(new TransformMissesTarget());

  @ParameterizedTest
  @ValueSource(strings = {"Replace", "Remove", "RemoveAll", "RemoveAttributes"})
  void warnsIfATransformMatchesNothing(String type) {
    String operation = "<monitoring a='c' xdt:Transform='%s' />".formatted(type);
    assertThat(tester.findings(RuleTester.transform(operation, "<rewrite />")))
        .containsExactly(
            ("2:34 %s matches nothing at '/configuration/system.webServer/monitoring';"
                    + " correct the path or insert the target")
                .formatted(type));
    assertThat(tester.findings(RuleTester.transform(operation, "<monitoring a='b' />"))).isEmpty();
  }

  @Test
  void reportsThatAnInsertWithoutAParentFails() {
    String operation =
        "<monitoring><triggers><memory xdt:Transform='Insert' /></triggers></monitoring>";
    assertThat(tester.findings(RuleTester.transform(operation, "")))
        .singleElement()
        .asString()
        .isEqualTo(
            "2:46 publishing fails: Insert matches nothing at"
                + " '/configuration/system.webServer/monitoring/triggers'");
  }

  @Test
  void warnsIfATransformMatchesSeveralElements() {
    String rule = "<add statusCode='500' %s/>";
    String operation =
        "<monitoring><triggers><statusCode>"
            + rule.formatted("xdt:Transform='Remove' ")
            + "</statusCode></triggers></monitoring>";
    String base =
        "<monitoring><triggers><statusCode>"
            + rule.formatted("").repeat(2)
            + "</statusCode></triggers></monitoring>";
    RuleContext transform = RuleTester.transform(operation, base);
    assertThat(tester.findings(transform))
        .singleElement()
        .asString()
        .endsWith("Remove matches 2 elements but changes only the first");
    assertThat(RuleTester.verdict(transform).findings())
        .filteredOn(finding -> finding.rule().equals("transform-misses-target"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void reportsNothingIfTheTransformSuppressesWarnings() {
    String operation = "<monitoring xdt:Transform='Remove' xdt:SupressWarnings='true' />";
    assertThat(tester.findings(RuleTester.transform(operation, ""))).isEmpty();
  }

  @Test
  void ignoresOtherSections() {
    String operation = "<rewrite xdt:Transform='Remove' /><monitoring />";
    assertThat(tester.findings(RuleTester.transform(operation, ""))).isEmpty();
  }

  @Test
  void acceptsATargetThatTheTransformInserts() {
    String operation =
        "<monitoring xdt:Transform='InsertIfMissing' /><monitoring xdt:Transform='Replace' />";
    assertThat(tester.findings(RuleTester.transform(operation, ""))).isEmpty();
  }
}
