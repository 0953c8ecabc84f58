package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
  @ValueSource(strings = {"", "3GB", "#{kb}#"})
  void valueThatIsNoNumberIsFine(String value) {
    assertThat(memory(value, "bitness: 32")).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutAPolicy() {
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='3145728' />"));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == beside the most the portal takes
        @ plan: { sku: P3MV3, bitness: 32 }
        <memory privateBytesInKB="41943040" />
        > 2:27 privateBytesInKB is 41943040 KB (40 GB), and a 32-bit worker may end at 2097152 KB
        >> (2 GB): the trigger may never fire, write less, or run the app as 64-bit
        >> (autoheal.yaml:5)
        > 2:27 privateBytesInKB is 41943040 KB (40 GB): the instance has that much, but the most
        >> the portal takes is 33554432 KB [memory-out-of-range, info]

        == first above
        @ plan: { bitness: 32 }
        <memory privateBytesInKB="2097153" />
        > 2:27 privateBytesInKB is 2097153 KB (2 GB), and a 32-bit worker may end at 2097152 KB (2
        >> GB): the trigger may never fire, write less, or run the app as 64-bit (autoheal.yaml:5)

        == most of a large instance
        @ plan: { sku: P3V3, bitness: 32 }
        <memory privateBytesInKB="30198989" />
        > 2:27 privateBytesInKB is 30198989 KB (28.8 GB), and a 32-bit worker may end at 2097152
        >> KB (2 GB): the trigger may never fire, write less, or run the app as 64-bit
        >> (autoheal.yaml:5)

        == out of range is not said too
        @ plan: { bitness: 32 }
        <memory privateBytesInKB="33554433" />
        > 2:27 privateBytesInKB is 33554433 KB (32 GB): few instances have that much memory, and
        >> where none has the trigger never fires, the most the portal takes is 33554432 KB
        >> [memory-out-of-range]

        == platform is not said too
        @ plan: { sku: S2, bitness: 32 }
        <memory privateBytesInKB="3565158" />
        > 2:27 privateBytesInKB is 3565158 KB (3.4 GB), and a 32-bit worker may end at 2097152 KB
        >> (2 GB): the trigger may never fire, write less, or run the app as 64-bit
        >> (autoheal.yaml:5)

        == two gigabytes is fine
        @ plan: { bitness: 32 }
        <memory privateBytesInKB="2097152" />

        == wide worker is fine
        @ plan: { sku: P1V3, bitness: 64 }
        <memory privateBytesInKB="3145728" />

        == width that nobody said is fine
        @ plan: { sku: P1V3 }
        <memory privateBytesInKB="3145728" />
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new MemoryAbove32Bit());
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
