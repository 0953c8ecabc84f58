package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryAboveProactiveTest {
  private final RuleTester tester = new RuleTester(new MemoryAboveProactive());

  @Test
  void moreThanThePlatformLetsAWorkerHaveIsFound() {
    assertThat(memory("1782579", "sku: S1"))
        .containsExactly(
            "2:27 privateBytesInKB is 1782579 KB (1.7 GB), but the platform itself recycles a worker"
                + " at 90 % of an instance, 1651507 KB (1.57 GB): that comes first, write less");
  }

  @ParameterizedTest
  @CsvSource({
    "sku: S1, 1651507",
    "sku: P0V3, 3774873",
    "sku: P3V3, 30198988",
    "sku: P3MV3, 60397977",
    "sku: P5MV3, 241591910",
    "memory: 1000MB, 921600"
  })
  void ninetyPercentIsTheLastThatIsFine(String plan, long most) {
    assertThat(memory(Long.toString(most), plan)).isEmpty();
    assertThat(memory(Long.toString(most + 1), plan)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1835007, 1", "1835008, 0", "4194304, 0"})
  void allThatAnInstanceHasIsTheFindingOfAnotherRule(String value, int findings) {
    assertThat(memory(value, "sku: S1")).hasSize(findings);
  }

  @Test
  void platformThatDoesNotRecycleByItselfLeavesTheRest() {
    assertThat(memory("1835007", "sku: S1, proactive: true")).hasSize(1);
    assertThat(memory("1835007", "sku: S1, proactive: false")).isEmpty();
  }

  @Test
  void workerThatRunsOutOfAddressesBeforeIsTheFindingOfAnotherRule() {
    assertThat(memory("3565158", "sku: S2")).hasSize(1);
    assertThat(memory("3565158", "sku: S2, bitness: 64")).hasSize(1);
    assertThat(memory("3565158", "sku: S2, bitness: 32")).isEmpty();
    assertThat(memory("1782579", "sku: S1, bitness: 32")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2GB", "#{kb}#", "102400"})
  void valueThatOtherRulesJudgeIsNot(String value) {
    assertThat(memory(value, "memory: 102401KB")).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutAnInstance() {
    assertThat(memory("33554432", "proactive: true")).isEmpty();
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='33554432' />"));
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
