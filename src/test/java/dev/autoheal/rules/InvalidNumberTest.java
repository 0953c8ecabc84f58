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
  void reportsAWord() {
    assertThat(count("ten")).containsExactly("2:18 invalid count=\"ten\"; expected a whole number");
  }

  @Test
  void reportsAnEmptyValue() {
    assertThat(count("")).containsExactly("2:18 invalid count=\"\"; expected a whole number");
  }

  @Test
  void acceptsTheLargestNumber() {
    assertThat(count("4294967295")).isEmpty();
    assertThat(count("10000000000"))
        .singleElement()
        .asString()
        .endsWith("; use at most 4294967295");
    assertThat(count("9".repeat(30)))
        .singleElement()
        .asString()
        .endsWith("; use at most 4294967295");
    assertThat(count("4294967296"))
        .containsExactly("2:18 invalid count=\"4294967296\"; use at most 4294967295");
  }

  @Test
  void proposesTheIntendedNumber() {
    assertThat(count("1,000")).singleElement().asString().endsWith("; use 1000");
    assertThat(count("+20")).singleElement().asString().endsWith("; use 20");
    assertThat(count("+1,000 ")).singleElement().asString().endsWith("; use 1000");
    assertThat(count("10_000")).singleElement().asString().endsWith("; use 10000");
  }

  @ParameterizedTest
  @ValueSource(strings = {" 20", "20 ", "  20  ", "20\t", "&#32;20", "20&#9;"})
  void removesSpacesAroundANumber(String seen) {
    String file =
        RuleTester.inFile("<requests count='%s' timeInterval='00:10:00' />".formatted(seen));

    assertThat(count(seen)).singleElement().asString().endsWith("\"; remove the spaces");
    assertThat(tester.fixed(file)).isEqualTo(file.replace(seen, "20"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"privateBytesInKB='800000 '", "privateBytesInKB=' 800000'"})
  void removesSpacesAroundMemory(String attribute) {
    assertThat(tester.fixed(RuleTester.inFile("<memory " + attribute + " />")))
        .isEqualTo(RuleTester.inFile("<memory privateBytesInKB='800000' />"));
  }

  @Test
  void removesSpacesAroundAStatus() {
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
  void keepsOtherSpaces(String seen) {
    String file =
        RuleTester.inFile("<requests count='%s' timeInterval='00:10:00' />".formatted(seen));

    assertThat(tester.fixed(file)).isEqualTo(file);
  }

  @Test
  void guessesNothingFromSignsFractionsAndOtherBases() {
    for (String seen :
        List.of("-1", "1.5", "1,5", "0x10", "1e3", "٣", "9,999,999,999", " 4294967296")) {
      assertThat(count(seen)).singleElement().asString().endsWith("; expected a whole number");
    }
  }

  @Test
  void convertsMemoryWithAUnit() {
    assertThat(memory("800MB")).singleElement().asString().endsWith("; use 819200 (KB)");
    assertThat(memory("1.5 GB")).singleElement().asString().endsWith("; use 1572864 (KB)");
    assertThat(memory("70%")).singleElement().asString().endsWith("; expected a whole number");
  }

  @Test
  void splitsStatusAndSubStatus() {
    assertThat(status("500.100"))
        .singleElement()
        .asString()
        .endsWith("; use statusCode=\"500\" subStatusCode=\"100\"");
  }

  @Test
  void reportsARangeOfStatuses() {
    for (String seen : List.of("500-599", "5xx", "*")) {
      assertThat(status(seen))
          .singleElement()
          .asString()
          .endsWith("; use one <add> for each status");
    }
  }

  @Test
  void ignoresPlaceholdersAndTimeSpans() {
    assertThat(tester.inTriggers("<requests count='#{n}#' timeInterval='x' />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == digits of another script
        <requests count="١٠" timeInterval="00:10:00" />
        > 2:18 invalid count="١٠"; expected a whole number

        == empty
        <requests count="" timeInterval="00:10:00" />
        <memory privateBytesInKB=" " />
        > 2:18 invalid count=""; expected a whole number
        > 3:27 invalid privateBytesInKB=" "; expected a whole number

        == fraction and other bases
        <requests count="1e3" timeInterval="00:10:00" />
        <memory privateBytesInKB="800000.0" />
        <statusCode>
          <add statusCode="0x1F4" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 2:18 invalid count="1e3"; expected a whole number
        > 3:27 invalid privateBytesInKB="800000.0"; expected a whole number
        > 5:20 invalid statusCode="0x1F4"; expected a whole number

        == largest is fine
        <requests count="4294967295" timeInterval="00:10:00" />
        <memory privateBytesInKB="000800000" />
        > 2:1 4294967295 requests in 10 min recycle even a healthy worker; use <slowRequests>,
        >> <memory> or <statusCode> [recycle-on-request-count]

        == percent
        <memory privateBytesInKB="70%" />
        > 2:27 invalid privateBytesInKB="70%"; expected a whole number

        == quotes inside the value
        <memory privateBytesInKB="“800000”" />
        > 2:27 invalid privateBytesInKB="“800000”"; expected a whole number

        == range of statuses
        <statusCode>
          <add statusCode="500-599" count="10" timeInterval="00:00:30" />
          <add statusCode="5xx" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:20 invalid statusCode="500-599"; use one <add> for each status
        > 4:20 invalid statusCode="5xx"; use one <add> for each status

        == reference is read
        <requests count="&#49;0&#x30;" timeInterval="00:10:00" />
        > 2:1 100 requests in 10 min (less than 1 per second) restart the worker; use
        >> <slowRequests> [low-request-count]

        == separators
        <requests count="1,000" timeInterval="00:10:00" />
        <memory privateBytesInKB="1 500 000" />
        > 2:18 invalid count="1,000"; use 1000
        > 3:27 invalid privateBytesInKB="1 500 000"; use 1500000

        == status with sub status
        <statusCode>
          <add statusCode="500.100" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:20 invalid statusCode="500.100"; use statusCode="500" subStatusCode="100"

        == sub status written as any
        <statusCode>
          <add statusCode="500" subStatusCode="*" win32StatusCode="any" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:40 invalid subStatusCode="*"; expected a whole number
        > 3:60 invalid win32StatusCode="any"; expected a whole number

        == too large
        <requests count="4294967296" timeInterval="00:10:00" />
        <memory privateBytesInKB="99999999999999999999" />
        > 2:18 invalid count="4294967296"; use at most 4294967295
        > 3:27 invalid privateBytesInKB="99999999999999999999"; use at most 4294967295
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new InvalidNumber());
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
