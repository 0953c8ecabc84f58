package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryAbovePlanTest {
  private final RuleTester tester = new RuleTester(new MemoryAbovePlan());

  @Test
  void moreThanAnInstanceHasIsFound() {
    assertThat(memory("2097152", "sku: S1"))
        .containsExactly(
            "2:27 privateBytesInKB is 2097152 KB (2 GB), and an instance has 1835008 KB (1.75 GB) in"
                + " all: the trigger never fires, write less");
  }

  @ParameterizedTest
  @CsvSource({
    "sku: S1, 1835008",
    "sku: F1, 1048576",
    "sku: P0v3, 4194304",
    "sku: P3V3, 33554432",
    "memory: 2GB, 2097152",
    "memory: 102401KB, 102401"
  })
  void allOfItIsTheFirstThatIsFound(String plan, long memory) {
    assertThat(memory(Long.toString(memory), plan)).hasSize(1);
    assertThat(memory(Long.toString(memory - 1), plan)).isEmpty();
  }

  @Test
  void widthAndOwnRecycleOfThePlatformDoNotMatter() {
    assertThat(memory("1835008", "sku: S1, bitness: 32, proactive: false")).hasSize(1);
    assertThat(memory("1835008", "sku: S1, bitness: 64, proactive: true")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2GB", "#{kb}#", "102400", "33554433", "4294967295"})
  void valueThatOtherRulesJudgeIsNot(String value) {
    assertThat(memory(value, "memory: 102401KB")).isEmpty();
  }

  @Test
  void largeInstancesAreJudgedUpToTheirMemory() {
    assertThat(memory("67108863", "sku: P3MV3")).isEmpty();
    assertThat(memory("67108864", "sku: P3MV3")).hasSize(1);
    assertThat(memory("67108865", "sku: P3MV3")).as("out of range").isEmpty();
  }

  @Test
  void planThatDoesNotSayHowMuchIsNotJudged() {
    assertThat(memory("33554432", "bitness: 64")).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutAPolicy() {
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='33554432' />"));
  }

  @Test
  void otherNumbersAreNotMemory() {
    assertThat(
            tester.findings(
                RuleTester.inFile("<requests count='33554432' timeInterval='1.00:00:00' />"),
                RuleTester.app("plan: { sku: S1 }")))
        .isEmpty();
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
