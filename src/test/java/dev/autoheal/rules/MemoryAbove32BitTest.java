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
  void reportsMoreThanA32BitWorkerCanUse() {
    assertThat(memory("3145728", "sku: P1V3, bitness: 32"))
        .containsExactly(
            "2:27 privateBytesInKB=\"3145728\" (3 GB), but a 32-bit worker may get only 2 GB "
                + "(2097152 KB); lower it");
  }

  @Test
  void acceptsTwoGigabytes() {
    assertThat(memory("2097152", "bitness: 32")).isEmpty();
    assertThat(memory("2097153", "bitness: 32")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bitness: 64", "sku: P1V3", "proactive: false"})
  void ignoresAWorkerNotKnownToBe32Bit(String plan) {
    assertThat(memory("8000000", plan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3670015, 1", "3670016, 0", "8388608, 0"})
  void leavesTheMemoryOfAnInstanceToOtherRules(String value, int findings) {
    assertThat(memory(value, "sku: S2, bitness: 32")).hasSize(findings);
  }

  @Test
  void ignoresWhetherThePlatformRecycles() {
    assertThat(memory("3565158", "sku: S2, bitness: 32, proactive: false")).hasSize(1);
    assertThat(memory("3565158", "sku: S2, bitness: 32, proactive: true")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3GB", "#{kb}#"})
  void ignoresAValueThatIsNotANumber(String value) {
    assertThat(memory(value, "bitness: 32")).isEmpty();
  }

  @Test
  void reportsNothingWithoutAPolicy() {
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='3145728' />"));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == together with the maximum of the portal
        @ plan: { sku: P3MV3, bitness: 32 }
        <memory privateBytesInKB="41943040" />
        > 2:27 privateBytesInKB="41943040" (40 GB), but a 32-bit worker may get only 2 GB (2097152
        >> KB); lower it (autoheal.yaml:5)
        > 2:27 privateBytesInKB="41943040" (40 GB) fits the plan, but the portal accepts at most 32
        >> GB (33554432 KB) [memory-out-of-range, info]

        == first above
        @ plan: { bitness: 32 }
        <memory privateBytesInKB="2097153" />
        > 2:27 privateBytesInKB="2097153" (2 GB), but a 32-bit worker may get only 2 GB (2097152
        >> KB); lower it (autoheal.yaml:5)

        == close to the memory of a large instance
        @ plan: { sku: P3V3, bitness: 32 }
        <memory privateBytesInKB="30198989" />
        > 2:27 privateBytesInKB="30198989" (28.8 GB), but a 32-bit worker may get only 2 GB
        >> (2097152 KB); lower it (autoheal.yaml:5)

        == out of range is not reported too
        @ plan: { bitness: 32 }
        <memory privateBytesInKB="33554433" />
        > 2:27 privateBytesInKB="33554433" (32 GB) is too high; use at most 33554432 (32 GB)
        >> [memory-out-of-range]

        == platform limit is not reported too
        @ plan: { sku: S2, bitness: 32 }
        <memory privateBytesInKB="3565158" />
        > 2:27 privateBytesInKB="3565158" (3.4 GB), but a 32-bit worker may get only 2 GB (2097152
        >> KB); lower it (autoheal.yaml:5)

        == two gigabytes is fine
        @ plan: { bitness: 32 }
        <memory privateBytesInKB="2097152" />

        == 64-bit worker is fine
        @ plan: { sku: P1V3, bitness: 64 }
        <memory privateBytesInKB="3145728" />

        == unknown bitness is fine
        @ plan: { sku: P1V3 }
        <memory privateBytesInKB="3145728" />
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new MemoryAbove32Bit());
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
