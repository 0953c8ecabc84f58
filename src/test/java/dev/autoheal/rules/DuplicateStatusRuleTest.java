package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DuplicateStatusRuleTest {
  private final RuleTester tester = new RuleTester(new DuplicateStatusRule());

  @Test
  void reportsASecondRuleForAStatus() {
    assertThat(rules("statusCode='500' count='50'", "statusCode='500' count='10'"))
        .containsExactly(
            "4:1 duplicate rule for status 500, which IIS may answer with 500.19; remove one");
  }

  @Test
  void namesTheResponsesInTheMessage() {
    String status = "statusCode='500' subStatusCode='19' win32StatusCode='13'";
    assertThat(rules(status, status))
        .singleElement()
        .asString()
        .startsWith("4:1 duplicate rule for status 500.19 win32 13, ");
  }

  @Test
  void treatsZeroLikeAMissingCode() {
    assertThat(rules("statusCode='500'", "win32StatusCode='0' subStatusCode='0' statusCode='0500'"))
        .hasSize(1);
  }

  @Test
  void reportsEachRuleAfterTheFirst() {
    assertThat(
            rules("statusCode='500'", "statusCode='502'", "statusCode='500'", "statusCode='500'"))
        .satisfiesExactly(
            second -> assertThat(second).startsWith("5:1 "),
            third -> assertThat(third).startsWith("6:1 "));
  }

  @ParameterizedTest
  @CsvSource({
    "statusCode='500', statusCode='501'",
    "statusCode='500', statusCode='500' subStatusCode='19'",
    "statusCode='500' subStatusCode='19', statusCode='500' subStatusCode='100'",
    "statusCode='502' win32StatusCode='64', statusCode='502'",
    "statusCode='500' subStatusCode='64', statusCode='500' win32StatusCode='64'"
  })
  void acceptsRulesForDifferentResponses(String one, String another) {
    assertThat(rules(one, another)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "count='5', count='5'",
    "statusCode='#{s}#', statusCode='#{s}#'",
    "statusCode='600', statusCode='600'",
    "statusCode='5xx', statusCode='5xx'",
    "statusCode='500' subStatusCode='x', statusCode='500' subStatusCode='x'",
    "statusCode='500' win32StatusCode='%w%', statusCode='500' win32StatusCode='%w%'",
    "statusCode='500' path='/a', statusCode='500' path='/b'",
    "statusCode='500' subStatus='19', statusCode='500' subStatus='100'"
  })
  void skipsRulesThatCannotBeCompared(String one, String another) {
    assertThat(rules(one, another)).isEmpty();
  }

  @Test
  void ignoresLockAttributes() {
    assertThat(rules("statusCode='500' lockItem='true'", "statusCode='500'")).hasSize(1);
  }

  @Test
  void checksEachSectionSeparately() {
    String section =
        "<monitoring><triggers><statusCode><add statusCode='500' /></statusCode></triggers></monitoring>";
    assertThat(tester.inSection(section + section)).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == misspelled sub status is reported once
        <statusCode>
          <add statusCode="500" subStatus="19" count="10" timeInterval="00:00:30" />
          <add statusCode="500" subStatus="100" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:25 unknown attribute 'subStatus' in <add>; did you mean subStatusCode?
        >> [unknown-attribute]
        > 4:25 unknown attribute 'subStatus' in <add>; did you mean subStatusCode?
        >> [unknown-attribute]

        == other sub status is fine
        <statusCode>
          <add statusCode="500" subStatusCode="19" count="10" timeInterval="00:00:30" />
          <add statusCode="500" subStatusCode="100" count="10" timeInterval="00:00:30" />
        </statusCode>

        == placeholder may be another status
        <statusCode>
          <add statusCode="500" subStatusCode="#{a}#" count="10" timeInterval="00:00:30" />
          <add statusCode="500" subStatusCode="#{b}#" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:40 subStatusCode="#{a}#" is a placeholder; autoheal neither checks nor rewrites it
        >> [placeholder]
        > 4:40 subStatusCode="#{b}#" is a placeholder; autoheal neither checks nor rewrites it
        >> [placeholder]

        == zero means any
        <statusCode>
          <add statusCode="502" subStatusCode="3" count="10" timeInterval="00:00:30" />
          <add win32StatusCode="0" statusCode="502" subStatusCode="3" count="20" timeInterval="00:01:00" />
        </statusCode>
        > 4:3 duplicate rule for status 502.3, which IIS may answer with 500.19; remove one
        >> (web.config:3)
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new DuplicateStatusRule());
  }

  private List<String> rules(String... attributes) {
    StringBuilder rules = new StringBuilder("<statusCode>\n");
    for (String rule : attributes) {
      rules.append("<add ").append(rule).append(" />\n");
    }
    return tester.inTriggers(rules + "</statusCode>");
  }
}
