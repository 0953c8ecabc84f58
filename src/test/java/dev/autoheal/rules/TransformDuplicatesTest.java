package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformDuplicatesTest {
  private static final String SECTION = "<monitoring>%s</monitoring>";
  private static final String INSERTED = "<monitoring xdt:Transform='%s' />";

  private final RuleTester tester = new RuleTester(new TransformDuplicates());

  @Test
  void reportsInsertIntoAnExistingSection() {
    RuleContext subject = RuleTester.transform(INSERTED.formatted("Insert"), SECTION);
    assertThat(tester.findings(subject))
        .containsExactly(
            "2:28 Insert adds a second <monitoring>, which IIS answers with 500.19; use Replace");
    assertThat(tester.fixed(subject)).contains("<monitoring xdt:Transform='Replace' />");
  }

  @ParameterizedTest
  @ValueSource(strings = {"InsertIfMissing", "Replace", "Remove"})
  void acceptsOtherTransforms(String type) {
    assertThat(tester.findings(RuleTester.transform(INSERTED.formatted(type), SECTION))).isEmpty();
  }

  @Test
  void acceptsTheFirstSection() {
    assertThat(tester.findings(RuleTester.transform(INSERTED.formatted("Insert"), ""))).isEmpty();
  }

  @Test
  void reportsTheSecondInsertOfOneTransform() {
    String twice = INSERTED.formatted("Insert") + "\n" + INSERTED.formatted("Insert");
    assertThat(tester.findings(RuleTester.transform(twice, "")))
        .singleElement()
        .asString()
        .startsWith("3:28 Insert");
  }

  @Test
  void countsTheSectionOfAnEarlierTransform() {
    RuleContext subject =
        RuleTester.transform(
            INSERTED.formatted("Insert"), "", INSERTED.formatted("InsertIfMissing"));
    assertThat(tester.findings(subject))
        .singleElement()
        .asString()
        .endsWith("; use an empty InsertIfMissing, then Replace");
    // Correct even if the earlier transform is not applied.
    assertThat(tester.fixed(subject))
        .contains(
            "<monitoring xdt:Transform='InsertIfMissing' />\n<monitoring xdt:Transform='Replace' />");
  }

  @Test
  void leavesTwoSectionsInTheBaseToOtherRules() {
    assertThat(tester.findings(RuleTester.transform("", SECTION + SECTION))).isEmpty();
  }

  @Test
  void ignoresAFileWithoutABase() {
    assertThat(tester.findings("<configuration />")).isEmpty();
  }
}
