package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidNumberTest {
  private final RuleTester tester = new RuleTester(new InvalidNumber());

  @Test
  void wordIsFound() {
    assertThat(count("ten"))
        .containsExactly(
            "2:18 ten is not a number IIS is known to accept: count takes digits alone");
  }

  @Test
  void emptyValueIsFound() {
    assertThat(count(""))
        .containsExactly(
            "2:18 an empty value is not a number IIS is known to accept: count takes digits alone");
  }

  @Test
  void largestNumberIsTheLastOneTaken() {
    assertThat(count("4294967295")).isEmpty();
    assertThat(count("10000000000")).singleElement().asString().contains("is too large");
    assertThat(count("9".repeat(30))).singleElement().asString().contains("is too large");
    assertThat(count("4294967296"))
        .containsExactly("2:18 4294967296 is too large for count: the most is 4294967295");
  }

  @Test
  void whatWasMeantIsSaid() {
    assertThat(count("1,000")).singleElement().asString().endsWith(": write 1000");
    assertThat(count("+20")).singleElement().asString().endsWith(": write 20");
    assertThat(count("+1,000 ")).singleElement().asString().endsWith(": write 1000");
    assertThat(count("10_000")).singleElement().asString().endsWith(": write 10000");
  }

  @ParameterizedTest
  @ValueSource(strings = {" 20", "20 ", "  20  ", "20\t", "&#32;20", "20&#9;"})
  void spacesAroundANumberAreRemoved(String seen) {
    String file =
        RuleTester.inFile("<requests count='%s' timeInterval='00:10:00' />".formatted(seen));

    assertThat(count(seen)).singleElement().asString().endsWith("\"; remove the spaces");
    assertThat(tester.fixed(file)).isEqualTo(file.replace(seen, "20"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"privateBytesInKB='800000 '", "privateBytesInKB=' 800000'"})
  void spacesAroundMemoryAreRemoved(String attribute) {
    assertThat(tester.fixed(RuleTester.inFile("<memory " + attribute + " />")))
        .isEqualTo(RuleTester.inFile("<memory privateBytesInKB='800000' />"));
  }

  @Test
  void spacesAroundAStatusAreRemoved() {
    String rule = "<statusCode><add %s count='10' timeInterval='00:01:00' /></statusCode>";
    assertThat(
            tester.fixed(
                RuleTester.inFile(
                    rule.formatted("statusCode='500 ' subStatusCode=' 0' win32StatusCode='64 '"))))
        .isEqualTo(
            RuleTester.inFile(
                rule.formatted("statusCode='500' subStatusCode='0' win32StatusCode='64'")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 000", "+20 ", " ", "20 %", " 20"})
  void otherSpacesAreLeft(String seen) {
    String file =
        RuleTester.inFile("<requests count='%s' timeInterval='00:10:00' />".formatted(seen));

    assertThat(tester.fixed(file)).isEqualTo(file);
  }

  @Test
  void nothingIsGuessedOfSignsFractionsAndOtherBases() {
    for (String seen :
        List.of("-1", "1.5", "1,5", "0x10", "1e3", "٣", "9,999,999,999", " 4294967296")) {
      assertThat(count(seen)).singleElement().asString().endsWith(": count takes digits alone");
    }
  }

  @Test
  void memoryWithAUnitIsSaidInKilobytes() {
    assertThat(memory("800MB"))
        .singleElement()
        .asString()
        .endsWith(": the unit is KB, write 819200");
    assertThat(memory("1.5 GB")).singleElement().asString().endsWith("write 1572864");
    assertThat(memory("70%")).singleElement().asString().endsWith("takes digits alone");
  }

  @Test
  void statusWithItsSubStatusIsTakenApart() {
    assertThat(status("500.100"))
        .singleElement()
        .asString()
        .endsWith(": write statusCode=\"500\" subStatusCode=\"100\"");
  }

  @Test
  void rangeOfStatusesIsNotDocumented() {
    for (String seen : List.of("500-599", "5xx", "*")) {
      assertThat(status(seen)).singleElement().asString().contains("a range is not documented");
    }
  }

  @Test
  void tokensAndTimeSpansAreNotJudged() {
    assertThat(tester.inTriggers("<requests count='#{n}#' timeInterval='x' />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == digits of another script
        <requests count="١٠" timeInterval="00:10:00" />
        > 2:18 ١٠ is not a number IIS is known to accept: count takes digits alone

        == empty
        <requests count="" timeInterval="00:10:00" />
        <memory privateBytesInKB=" " />
        > 2:18 an empty value is not a number IIS is known to accept: count takes digits alone
        > 3:27 " " is not a number IIS is known to accept: privateBytesInKB takes digits alone

        == fraction and other bases
        <requests count="1e3" timeInterval="00:10:00" />
        <memory privateBytesInKB="800000.0" />
        <statusCode>
          <add statusCode="0x1F4" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 2:18 1e3 is not a number IIS is known to accept: count takes digits alone
        > 3:27 800000.0 is not a number IIS is known to accept: privateBytesInKB takes digits
        >> alone
        > 5:20 0x1F4 is not a number IIS is known to accept: statusCode takes digits alone

        == largest is fine
        <requests count="4294967295" timeInterval="00:10:00" />
        <memory privateBytesInKB="000800000" />
        > 2:1 4294967295 requests in 10 min recycle even a healthy worker; use <slowRequests>,
        >> <memory> or <statusCode> [recycle-on-request-count]

        == percent
        <memory privateBytesInKB="70%" />
        > 2:27 70% is not a number IIS is known to accept: privateBytesInKB takes digits alone

        == quotes inside the value
        <memory privateBytesInKB="“800000”" />
        > 2:27 “800000” is not a number IIS is known to accept: privateBytesInKB takes digits
        >> alone

        == range of statuses
        <statusCode>
          <add statusCode="500-599" count="10" timeInterval="00:00:30" />
          <add statusCode="5xx" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:20 500-599 is not a number IIS is known to accept: a range is not documented for
        >> web.config, write a rule for each status
        > 4:20 5xx is not a number IIS is known to accept: a range is not documented for
        >> web.config, write a rule for each status

        == reference is read
        <requests count="&#49;0&#x30;" timeInterval="00:10:00" />
        > 2:1 100 requests in 10 min (less than 1 per second) restart the worker; use
        >> <slowRequests> [low-request-count]

        == separators
        <requests count="1,000" timeInterval="00:10:00" />
        <memory privateBytesInKB="1 500 000" />
        > 2:18 1,000 is not a number IIS is known to accept: write 1000
        > 3:27 1 500 000 is not a number IIS is known to accept: write 1500000

        == status with sub status
        <statusCode>
          <add statusCode="500.100" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:20 500.100 is not a number IIS is known to accept: write statusCode="500"
        >> subStatusCode="100"

        == sub status any
        <statusCode>
          <add statusCode="500" subStatusCode="*" win32StatusCode="any" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:40 * is not a number IIS is known to accept: subStatusCode takes digits alone
        > 3:60 any is not a number IIS is known to accept: win32StatusCode takes digits alone

        == too large
        <requests count="4294967296" timeInterval="00:10:00" />
        <memory privateBytesInKB="99999999999999999999" />
        > 2:18 4294967296 is too large for count: the most is 4294967295
        > 3:27 99999999999999999999 is too large for privateBytesInKB: the most is 4294967295
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new InvalidNumber());
  }

  private List<String> count(String value) {
    return tester.inTriggers("<requests count='" + value + "' timeInterval='00:10:00' />");
  }

  private List<String> memory(String value) {
    return tester.inTriggers("<memory privateBytesInKB='" + value + "' />");
  }

  private List<String> status(String value) {
    return tester.inTriggers("<statusCode><add statusCode='" + value + "' /></statusCode>");
  }
}
