package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(count(" 20"))
        .containsExactly("2:18 \" 20\" is not a number IIS is known to accept: write 20");
    assertThat(count("+20")).singleElement().asString().endsWith(": write 20");
  }

  @Test
  void nothingIsGuessedOfSignsFractionsAndOtherBases() {
    for (String seen : List.of("-1", "1.5", "0x10", "1e3", "٣", "9,999,999,999", " 4294967296")) {
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
