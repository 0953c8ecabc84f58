package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryAbove32BitTest {
  private final RuleTester tester = new RuleTester(new MemoryAbove32Bit());

  @Test
  void moreThanA32BitWorkerMayHaveIsFound() {
    assertThat(memory("3145728", "sku: P1V3, bitness: 32"))
        .containsExactly(
            "2:27 privateBytesInKB is 3145728 KB (3 GB), and a 32-bit worker may end at 2097152 KB"
                + " (2 GB): the trigger may never fire, write less, or run the app as 64-bit");
  }

  @Test
  void twoGigabytesIsTheLastThatIsFine() {
    assertThat(memory("2097152", "bitness: 32")).isEmpty();
    assertThat(memory("2097153", "bitness: 32")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bitness: 64", "sku: P1V3", "proactive: false"})
  void workerThatIsNotSaidToBe32BitIsNotJudged(String plan) {
    assertThat(memory("8000000", plan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3670015, 1", "3670016, 0", "8388608, 0"})
  void allThatAnInstanceHasIsTheFindingOfAnotherRule(String value, int findings) {
    assertThat(memory(value, "sku: S2, bitness: 32")).hasSize(findings);
  }

  @Test
  void ownRecycleOfThePlatformDoesNotMatter() {
    assertThat(memory("3565158", "sku: S2, bitness: 32, proactive: false")).hasSize(1);
    assertThat(memory("3565158", "sku: S2, bitness: 32, proactive: true")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3GB", "#{kb}#", "33554433"})
  void valueThatOtherRulesJudgeIsNot(String value) {
    assertThat(memory(value, "bitness: 32")).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutAPolicy() {
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='3145728' />"));
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
