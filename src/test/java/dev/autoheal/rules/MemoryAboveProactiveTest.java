package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryAboveProactiveTest {
  private final RuleTester tester = new RuleTester(new MemoryAboveProactive());

  @Test
  void reportsMoreThanThePlatformAllows() {
    assertThat(memory("1782579", "sku: S1"))
        .containsExactly(
            "2:27 privateBytesInKB=\"1782579\" (1.7 GB), but the platform recycles at 90% (1.57 "
                + "GB); use at most 1651507");
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
  void acceptsNinetyPercent(String plan, long most) {
    assertThat(memory(Long.toString(most), plan)).isEmpty();
    assertThat(memory(Long.toString(most + 1), plan)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1835007, 1", "1835008, 0", "4194304, 0"})
  void leavesTheMemoryOfAnInstanceToOtherRules(String value, int findings) {
    assertThat(memory(value, "sku: S1")).hasSize(findings);
  }

  @Test
  void acceptsAnyValueIfThePlatformDoesNotRecycle() {
    assertThat(memory("1835007", "sku: S1, proactive: true")).hasSize(1);
    assertThat(memory("1835007", "sku: S1, proactive: false")).isEmpty();
  }

  @Test
  void leavesA32BitWorkerToOtherRules() {
    assertThat(memory("3565158", "sku: S2")).hasSize(1);
    assertThat(memory("3565158", "sku: S2, bitness: 64")).hasSize(1);
    assertThat(memory("3565158", "sku: S2, bitness: 32")).isEmpty();
    assertThat(memory("1782579", "sku: S1, bitness: 32")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2GB", "#{kb}#"})
  void ignoresAValueThatIsNotANumber(String value) {
    assertThat(memory(value, "memory: 102401KB")).isEmpty();
  }

  @Test
  void reportsNothingWithoutAnInstance() {
    assertThat(memory("33554432", "proactive: true")).isEmpty();
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='33554432' />"));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == suppressed
        @ version: 1
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        @     plan: { sku: S1 }
        @ exceptions:
        @   - { rule: memory-above-proactive, until: 2027-03-31, reason: "moves to P1V3 in spring" }
        <memory privateBytesInKB="1782579" />

        == together with the maximum of the portal
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="63753420" />
        > 2:27 privateBytesInKB="63753420" (60.8 GB), but the platform recycles at 90% (57.6 GB);
        >> use at most 60397977 (autoheal.yaml:5)
        > 2:27 privateBytesInKB="63753420" (60.8 GB) fits the plan, but the portal accepts at most
        >> 32 GB (33554432 KB) [memory-out-of-range, info]

        == first above
        @ plan: { sku: S1 }
        <memory privateBytesInKB="1651508" />
        > 2:27 privateBytesInKB="1651508" (1.58 GB), but the platform recycles at 90% (1.57 GB);
        >> use at most 1651507 (autoheal.yaml:5)

        == ninety percent is fine
        @ plan: { sku: S1 }
        <memory privateBytesInKB="1651507" />

        == ninety percent of the policy is fine
        @ plan: { sku: S1 }
        @ triggers:
        @   memory: { privateBytes: 90% }
        <memory privateBytesInKB="1651507" />

        == no plan is not checked
        @ action: recycle
        <memory privateBytesInKB="33554432" />

        == out of range is not reported too
        @ plan: { memory: 102401KB }
        <memory privateBytesInKB="102400" />
        > 2:27 privateBytesInKB="102400" (100 MB) is too low; use more than 102400 (100 MB)
        >> [memory-out-of-range]

        == disabled proactive recycling is fine
        @ plan: { sku: S1, proactive: false }
        <memory privateBytesInKB="1782579" />

        == 64-bit worker
        @ plan: { sku: S2, bitness: 64 }
        <memory privateBytesInKB="3565158" />
        > 2:27 privateBytesInKB="3565158" (3.4 GB), but the platform recycles at 90% (3.15 GB); use
        >> at most 3303014 (autoheal.yaml:5)
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new MemoryAboveProactive());
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
