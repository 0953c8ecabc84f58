package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import org.junit.jupiter.api.Test;

class SectionElsewhereTest {
  private static final String POLICY =
      "version: 1\napps:\n  - name: a\n    files: [web.config]\n    triggers:\n      requests: none\n";

  private final RuleTester tester = new RuleTester(new SectionElsewhere());

  @Test
  void reportsASectionInAnotherFile() {
    assertThat(tester.inSection("<monitoring configSource='config\\healing.config' />"))
        .containsExactly(
            "2:27 cannot read configSource=\"config\\healing.config\"; use a file in this folder "
                + "or below");
  }

  @Test
  void reportsThatAReadableSectionIsOnlyChecked() {
    RuleContext config =
        RuleTester.subject(
            RuleTester.file(
                "web.config",
                "<configuration><system.webServer><monitoring configSource='a.config'/></system.webServer></configuration>"));
    assertThat(config.parsed().sourceName()).contains("a.config");
    assertThat(tester.findings(RuleTester.holdingSectionIn("a.config", config)))
        .containsExactly(
            "1:60 autoheal never rewrites the section in configSource=\"a.config\"; move it "
                + "here");
  }

  @Test
  void acceptsASectionInThisFile() {
    assertThat(tester.inSection("<monitoring><actions value='Recycle' /></monitoring>")).isEmpty();
  }

  @Test
  void ignoresOtherSections() {
    assertThat(tester.inSection("<rewrite configSource='rewrite.config' />")).isEmpty();
  }

  @Test
  void leavesTheSectionToDriftUnderAPolicy() {
    tester.findsNothing(
        "<configuration><system.webServer><monitoring configSource='a' /></system.webServer></configuration>",
        POLICY);
  }
}
