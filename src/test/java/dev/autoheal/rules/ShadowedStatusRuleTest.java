package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShadowedStatusRuleTest {
  private final RuleTester tester = new RuleTester(new ShadowedStatusRule());

  @Test
  void reportsARuleForOneSubStatusNextToOneForAny() {
    assertThat(rules(rule("500", 10, "00:01:00"), rule("500.100", 20, "00:01:00")))
        .containsExactly(
            "4:1 status rule '500.100' never fires before the wider rule '500'; remove it or "
                + "lower its count");
  }

  @Test
  void orderDoesNotMatter() {
    assertThat(rules(rule("500.100", 20, "00:01:00"), rule("500", 10, "00:01:00")))
        .singleElement()
        .asString()
        .startsWith("3:1 status rule '500.100' ");
  }

  @Test
  void namesTheFirstOfSeveralWiderRules() {
    assertThat(
            rules(
                rule("500.100 64", 20, "00:01:00"),
                rule("500.100", 15, "00:01:00"),
                rule("500", 10, "00:01:00")))
        .satisfiesExactly(
            narrow -> assertThat(narrow).contains("'500.100 win32 64' never", "rule '500.100';"),
            middle -> assertThat(middle).contains("'500.100' never", "rule '500';"));
  }

  @ParameterizedTest
  @CsvSource({
    "500.100, 500",
    "500.0 64, 500",
    "500.100 64, 500",
    "500.100 64, 500.100",
    "500.100 64, 500.0 64"
  })
  void treatsZeroInTheWiderRuleAsAny(String narrow, String wide) {
    assertThat(rules(rule(narrow, 9, "00:01:00"), rule(wide, 9, "00:01:00"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "500, 500",
    "501.100, 500",
    "500.100, 500.19",
    "500.100 64, 500.19",
    "500.100 64, 500.0 13",
    "500.100 64, 500.100 13",
    "500.100, 500.0 64"
  })
  void acceptsARuleThatIsNotWider(String one, String another) {
    assertThat(rules(rule(one, 9, "00:01:00"), rule(another, 9, "00:01:00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10, 00:01:00, 1", "11, 00:01:00, 0", "10, 00:00:59, 0", "9, 00:01:01, 1"})
  void requiresThatTheWiderRuleFiresNoLater(int count, String interval, int findings) {
    assertThat(rules(rule("500", count, interval), rule("500.100", 10, "00:01:00")))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "count='#{n}#' timeInterval='00:01:00'",
    "count='0' timeInterval='00:01:00'",
    "timeInterval='00:01:00'",
    "count='10'",
    "count='10' timeInterval='60'",
    "count='10' timeInterval='00:01:00' path='/api'",
    "count='10' timeInterval='00:01:00' subStatus='19'"
  })
  void ignoresAWiderRuleThatCannotBeCompared(String attributes) {
    String wide = "<add statusCode='500' " + attributes + " />\n";
    assertThat(rules(wide, rule("500.100", 20, "00:01:00"))).isEmpty();
  }

  @Test
  void leavesARuleThatNeverFiresToOtherRules() {
    assertThat(rules(rule("500", 10, "00:01:00"), rule("500.121", 20, "00:01:00"))).isEmpty();
    assertThat(rules(rule("500.121", 10, "00:01:00"), rule("500.121 64", 20, "00:01:00")))
        .isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == rule for any win32 status comes later
        <statusCode>
          <add statusCode="500" subStatusCode="100" win32StatusCode="64" count="20" timeInterval="00:01:00" />
          <add statusCode="500" subStatusCode="100" count="20" timeInterval="00:01:00" />
        </statusCode>
        > 3:3 status rule '500.100 win32 64' never fires before the wider rule '500.100'; remove it
        >> or lower its count (web.config:4)

        == lower threshold is fine
        <statusCode>
          <add statusCode="500" count="50" timeInterval="00:01:00" />
          <add statusCode="500" subStatusCode="100" count="20" timeInterval="00:01:00" />
        </statusCode>

        == other status is fine
        <statusCode>
          <add statusCode="500" count="10" timeInterval="00:01:00" />
          <add statusCode="502" subStatusCode="100" count="20" timeInterval="00:01:00" />
        </statusCode>

        == shorter interval is fine
        <statusCode>
          <add statusCode="500" count="20" timeInterval="00:00:30" />
          <add statusCode="500" subStatusCode="100" count="20" timeInterval="00:01:00" />
        </statusCode>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new ShadowedStatusRule());
  }

  private List<String> rules(String... rules) {
    return tester.inTriggers("<statusCode>\n" + String.join("", rules) + "</statusCode>");
  }

  /** Takes codes as {@code status[.subStatus][ win32Status]}. */
  private static String rule(String codes, int count, String interval) {
    String[] parts = codes.split("[. ]", -1);
    return "<add statusCode='%s' subStatusCode='%s' win32StatusCode='%s' count='%d' timeInterval='%s' />\n"
        .formatted(
            parts[0],
            parts.length > 1 ? parts[1] : "0",
            parts.length > 2 ? parts[2] : "0",
            count,
            interval);
  }
}
