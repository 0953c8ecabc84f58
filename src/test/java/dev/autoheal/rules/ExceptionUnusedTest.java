package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.lint.Located;
import dev.autoheal.rule.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionUnusedTest {
  @Test
  void acceptsACommentThatSuppressesAFinding() {
    CheckResult verdict = verdict("<!-- autoheal-ignore placeholder reason='x' -->", "#{x}#");
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.suppressed())
        .singleElement()
        .satisfies(ignored -> assertThat(ignored.finding().rule()).isEqualTo("placeholder"));
  }

  @Test
  void reportsAnUnusedCommentAtItsPlace() {
    CheckResult verdict = verdict("<!-- autoheal-ignore placeholder reason='x' -->", "819200");
    assertThat(Located.findings(verdict))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("exception-unused");
              assertThat(finding.location().line()).isEqualTo(3);
              assertThat(finding.location().column()).isEqualTo(1);
              assertThat(finding.message())
                  .isEqualTo("unused suppression of 'placeholder'; remove the comment");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "placeholder | missing reason in autoheal-ignore; add reason=\"…\"",
        "reason='x' | missing rule in autoheal-ignore; use autoheal-ignore RULE reason=\"…\"",
        "placehodler reason=\"x\" | unknown rule 'placehodler' in autoheal-ignore; did you mean 'placeholder'?",
        "xyz reason=\"x\" | unknown rule 'xyz' in autoheal-ignore; run `autoheal explain` for a list",
        "placeholder reason=\"\" | empty reason in autoheal-ignore; say why you accept the finding",
        "placeholder reason=\" | missing quotes around the reason in autoheal-ignore; use reason=\"…\"",
        "placeholder reason=\"x | missing quotes around the reason in autoheal-ignore; use reason=\"…\"",
        "placeholder reason=x | missing quotes around the reason in autoheal-ignore; use reason=\"…\"",
        "placeholder reason=“a b” | missing quotes around the reason in autoheal-ignore; use reason=\"…\"",
        "placeholder until= reason=\"x\" | invalid date '' in autoheal-ignore; use a date like 2027-01-31",
        "placeholder until=2026-02-29 reason=\"x\" | invalid date '2026-02-29' in autoheal-ignore; use a date like 2027-01-31",
        "placeholder until=tomorrow reason=\"x\" | invalid date 'tomorrow' in autoheal-ignore; use a date like 2027-01-31",
        "placeholder untl=2026-02-28 reason=\"x\" | unknown key 'untl' in autoheal-ignore; did you mean 'until'?",
        "placeholder why=\"x\" reason=\"x\" | unknown key 'why' in autoheal-ignore; use 'until' or 'reason'",
        "placeholder, drift reason=\"x\" | unexpected 'drift' in autoheal-ignore; use one comment for each rule",
        "placeholder reason=\"x\" reason=\"x\" | duplicate 'reason' in autoheal-ignore; remove one"
      })
  void reportsAMalformedComment(String words, String message) {
    assertThat(verdict("<!-- autoheal-ignore " + words + " -->", "819200").findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("exception-unused");
              assertThat(finding.message()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autoheal-ignore placeholder until=2027-01-31 reason=\"a\"",
        "autoheal-ignore placeholder until=\"2027-01-31\" reason='a \"b\"'",
        "autoheal-ignore reason = \"a = b\" until = 2027-01-31 placeholder"
      })
  void acceptsAnyOrderQuotesAndSpaces(String comment) {
    assertThat(verdict("<!--" + comment + "-->", "#{x}#").findings()).isEmpty();
    assertThat(verdict("<!--\t" + comment + "\n\t-->", "#{x}#").findings()).isEmpty();
  }

  @Test
  void acceptsOtherComments() {
    assertThat(verdict("<!-- autoheal-ignored placeholder -->", "819200").findings()).isEmpty();
    assertThat(verdict("<!-- ignore autoheal -->", "819200").findings()).isEmpty();
    assertThat(verdict("<!-- use autoheal-ignore here -->", "819200").findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"autoheal-ignore:", "AUTOHEAL-IGNORE", "autoheal ignore", "Auto-Heal_ignore"})
  void reportsAMisspelledKeyword(String word) {
    assertThat(verdict("<!-- " + word + " placeholder reason='a' -->", "819200").findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo("unknown comment '" + word + "'; did you mean 'autoheal-ignore'?"));
  }

  private static CheckResult verdict(String comment, String memory) {
    return RuleTester.verdict(
        RuleTester.subject(
            RuleTester.file(
                "web.config",
                """
                <configuration><system.webServer>
                <monitoring><triggers>
                %s
                <memory privateBytesInKB="%s" />
                </triggers><actions value="Recycle" /></monitoring>
                </system.webServer></configuration>
                """
                    .formatted(comment, memory))));
  }
}
