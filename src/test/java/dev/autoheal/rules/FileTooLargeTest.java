package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.SourceFile;
import org.junit.jupiter.api.Test;

class FileTooLargeTest {
  private final RuleTester tester = new RuleTester(new FileTooLarge());

  @Test
  void reportsA100MegabyteFileWithoutItsText() {
    RuleContext subject = RuleTester.subject(SourceFile.tooLarge("web.config", 100L * 1024 * 1024));
    assertThat(tester.findings(subject))
        .containsExactly(
            "1:1 the file is 102400 KB, but IIS accepts at most 250 KB; move long sections to"
                + " separate files");
  }

  @Test
  void reportsNoFindingsOfOtherRules() {
    RuleContext subject = RuleTester.subject(SourceFile.tooLarge("web.config", 300_000));
    assertThat(Rules.check(subject)).extracting("rule").containsExactly("file-too-large");
  }

  @Test
  void acceptsAFileAtTheLimit() {
    String start = "<configuration />";
    tester.findsNothing(start + " ".repeat(SourceFile.SIZE_LIMIT - start.length()));
  }
}
