package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.lint.Located;
import dev.autoheal.rule.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionUnusedTest {
  private static final String DATE = "a day of the calendar such as 2027-01-31 was expected";

  @Test
  void commentThatHidesSomethingIsUsed() {
    CheckResult verdict = verdict("<!-- autoheal-ignore placeholder reason='x' -->", "#{x}#");
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.suppressed())
        .singleElement()
        .satisfies(ignored -> assertThat(ignored.finding().rule()).isEqualTo("placeholder"));
  }

  @Test
  void commentThatHidesNothingIsFoundWhereItStands() {
    CheckResult verdict = verdict("<!-- autoheal-ignore placeholder reason='x' -->", "819200");
    assertThat(Located.findings(verdict))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("exception-unused");
              assertThat(finding.location().line()).isEqualTo(3);
              assertThat(finding.location().column()).isEqualTo(1);
              assertThat(finding.message())
                  .isEqualTo(
                      "this comment hides nothing: placeholder finds nothing where it reaches,"
                          + " remove it");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "placeholder | it gives no reason, write reason=\"…\"",
        "reason='x' | it names no rule, write autoheal-ignore RULE reason=\"…\"",
        "placehodler reason=\"x\" | placehodler is no rule, did you mean placeholder?",
        "xyz reason=\"x\" | xyz is no rule, `autoheal explain` lists them",
        "placeholder reason=\"\" | the reason is blank",
        "placeholder reason=\" | the reason does not stand between two quotes, write reason=\"…\"",
        "placeholder reason=\"x | the reason does not stand between two quotes, write reason=\"…\"",
        "placeholder reason=x | the reason does not stand between two quotes, write reason=\"…\"",
        "placeholder reason=“a b” | the reason does not stand between two quotes, write reason=\"…\"",
        "placeholder until= reason=\"x\" | until is an empty value, DATE",
        "placeholder until=2026-02-29 reason=\"x\" | until is 2026-02-29, DATE",
        "placeholder until=tomorrow reason=\"x\" | until is tomorrow, DATE",
        "placeholder untl=2026-02-28 reason=\"x\" | untl is not known, did you mean until?",
        "placeholder why=\"x\" reason=\"x\" | why is not known, until and reason are",
        "placeholder, drift reason=\"x\" | drift is one word too many, write a comment for each rule",
        "placeholder reason=\"x\" reason=\"x\" | reason stands twice"
      })
  void commentThatCannotBeFollowedSaysWhy(String words, String why) {
    assertThat(verdict("<!-- autoheal-ignore " + words + " -->", "819200").findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("exception-unused");
              assertThat(finding.message())
                  .isEqualTo("this comment hides nothing: " + why.replace("DATE", DATE));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autoheal-ignore placeholder until=2027-01-31 reason=\"a\"",
        "autoheal-ignore placeholder until=\"2027-01-31\" reason='a \"b\"'",
        "autoheal-ignore reason = \"a = b\" until = 2027-01-31 placeholder"
      })
  void orderQuotesAndBlanksAreFree(String comment) {
    assertThat(verdict("<!--" + comment + "-->", "#{x}#").findings()).isEmpty();
    assertThat(verdict("<!--\t" + comment + "\n\t-->", "#{x}#").findings()).isEmpty();
  }

  @Test
  void otherCommentsAreNone() {
    assertThat(verdict("<!-- autoheal-ignored placeholder -->", "819200").findings()).isEmpty();
    assertThat(verdict("<!-- ignore autoheal -->", "819200").findings()).isEmpty();
    assertThat(verdict("<!-- use autoheal-ignore here -->", "819200").findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"autoheal-ignore:", "AUTOHEAL-IGNORE", "autoheal ignore", "Auto-Heal_ignore"})
  void slipInTheWordItselfIsSaid(String word) {
    assertThat(verdict("<!-- " + word + " placeholder reason='a' -->", "819200").findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .endsWith("it starts with " + word + ", write autoheal-ignore"));
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
