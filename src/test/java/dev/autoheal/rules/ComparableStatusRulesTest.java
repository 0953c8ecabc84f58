package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparableStatusRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "statusCode='500'",
        "statusCode='100'",
        "statusCode='599'",
        "statusCode='500' subStatusCode='19' win32StatusCode='64' count='5' timeInterval='x'",
        "statusCode='500' lockItem='true'",
        "statusCode='500' xmlns:a='urn:a' a:note='x'"
      })
  void findsARuleWithValidCodes(String attributes) {
    assertThat(rules("<add " + attributes + " />")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count='5'",
        "subStatusCode='19'",
        "statusCode=''",
        "statusCode='#{status}#'",
        "statusCode='99'",
        "statusCode='600'",
        "statusCode='500' subStatusCode='x'",
        "statusCode='500' win32StatusCode='#{w}#'",
        "statusCode='500' path='/api'",
        "statusCode='500' subStatus='19'"
      })
  void skipsARuleWithUnclearCodes(String attributes) {
    assertThat(rules("<add " + attributes + " />")).isZero();
  }

  @Test
  void skipsOtherTriggers() {
    assertThat(
            ComparableStatusRules.in(
                RuleTester.section(
                    "<monitoring><triggers><requests count='5' /><memory /></triggers></monitoring>")))
        .isEmpty();
  }

  @Test
  void keepsTheOrderOfTheFile() {
    assertThat(
            ComparableStatusRules.in(
                    RuleTester.section(
                        "<monitoring><triggers><statusCode><add statusCode='502' /><add /><add"
                            + " statusCode='500' /></statusCode></triggers></monitoring>"))
                .map(rule -> rule.key().orElseThrow().status().orElseThrow().toString()))
        .containsExactly("502", "500");
  }

  private static long rules(String rules) {
    return ComparableStatusRules.in(
            RuleTester.section(
                "<monitoring><triggers><statusCode>"
                    + rules
                    + "</statusCode></triggers></monitoring>"))
        .count();
  }
}
