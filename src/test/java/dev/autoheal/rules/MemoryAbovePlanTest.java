package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryAbovePlanTest {
  private final RuleTester tester = new RuleTester(new MemoryAbovePlan());

  @Test
  void reportsMoreThanAnInstanceHas() {
    assertThat(memory("2097152", "sku: S1"))
        .containsExactly(
            "2:27 privateBytesInKB=\"2097152\" (2 GB), but an instance of the plan has only 1.75 "
                + "GB (1835008 KB); lower it");
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
  void reportsAllMemoryOfAnInstance(String plan, long memory) {
    assertThat(memory(Long.toString(memory), plan)).hasSize(1);
    assertThat(memory(Long.toString(memory - 1), plan)).isEmpty();
  }

  @Test
  void ignoresBitnessAndWhetherThePlatformRecycles() {
    assertThat(memory("1835008", "sku: S1, bitness: 32, proactive: false")).hasSize(1);
    assertThat(memory("1835008", "sku: S1, bitness: 64, proactive: true")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2GB", "#{kb}#", "102400"})
  void acceptsASmallerValueOrNoNumber(String value) {
    assertThat(memory(value, "memory: 102401KB")).isEmpty();
  }

  @Test
  void checksLargeInstancesToo() {
    assertThat(memory("67108863", "sku: P3MV3")).isEmpty();
    assertThat(memory("67108864", "sku: P3MV3")).hasSize(1);
  }

  @Test
  void ignoresAPlanWithoutAnAmountOfMemory() {
    assertThat(memory("33554432", "bitness: 64")).isEmpty();
  }

  @Test
  void reportsNothingWithoutAPolicy() {
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='33554432' />"));
  }

  @Test
  void ignoresOtherNumbers() {
    assertThat(
            tester.findings(
                RuleTester.inFile("<requests count='33554432' timeInterval='1.00:00:00' />"),
                RuleTester.app("plan: { sku: S1 }")))
        .isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == all memory of the plan
        @ plan: { sku: S1 }
        <memory privateBytesInKB="1835008" />
        > 2:27 privateBytesInKB="1835008" (1.75 GB), but an instance of the plan has only 1.75 GB
        >> (1835008 KB); lower it (autoheal.yaml:5)

        == all memory, as the policy requires
        @ plan: { sku: S1 }
        @ triggers:
        @   memory: { privateBytes: 100% }
        <memory privateBytesInKB="1835008" />
        > 2:27 privateBytesInKB="1835008" (1.75 GB), but an instance of the plan has only 1.75 GB
        >> (1835008 KB); lower it (autoheal.yaml:5)

        == amount in place of a sku
        @ plan: { memory: 3GB }
        <memory privateBytesInKB="3145728" />
        > 2:27 privateBytesInKB="3145728" (3 GB), but an instance of the plan has only 3 GB
        >> (3145728 KB); lower it (autoheal.yaml:5)

        == just below is left to memory-above-proactive
        @ plan: { sku: S1 }
        <memory privateBytesInKB="1835007" />
        > 2:27 privateBytesInKB="1835007" (1.75 GB), but the platform recycles at 90% (1.57 GB);
        >> use at most 1651507 (autoheal.yaml:5) [memory-above-proactive]

        == just below without proactive recycling is fine
        @ plan: { sku: S1, proactive: false }
        <memory privateBytesInKB="1835007" />

        == 32-bit limit is not reported too
        @ plan: { sku: S2, bitness: 32 }
        <memory privateBytesInKB="4194304" />
        > 2:27 privateBytesInKB="4194304" (4 GB), but an instance of the plan has only 3.5 GB
        >> (3670016 KB); lower it (autoheal.yaml:5)

        == out of range is not reported too
        @ plan: { sku: S1 }
        <memory privateBytesInKB="838860800" />
        > 2:27 privateBytesInKB="838860800" (800 GB) is too high; use 819200 if you meant bytes
        >> [memory-out-of-range]

        == plan of the app over the defaults is fine
        @ version: 1
        @ defaults:
        @   plan: { sku: S1 }
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        @     plan: { sku: P1V3 }
        <memory privateBytesInKB="2097152" />

        == sku as the portal writes it
        @ plan: { sku: P1v3 }
        <memory privateBytesInKB="8388608" />
        > 2:27 privateBytesInKB="8388608" (8 GB), but an instance of the plan has only 8 GB
        >> (8388608 KB); lower it (autoheal.yaml:5)

        == placeholder is not checked
        @ plan: { sku: S1 }
        <memory privateBytesInKB="#{MemoryLimit}#" />
        > 2:27 privateBytesInKB="#{MemoryLimit}#" is a placeholder; autoheal neither checks nor
        >> rewrites it [placeholder]

        == unreadable is not checked
        @ plan: { sku: S1 }
        <memory privateBytesInKB="2GB" />
        > 2:27 invalid privateBytesInKB="2GB"; use 2097152 (KB) [invalid-number]

        == plan without a sku is not checked
        @ plan: { bitness: 64 }
        <memory privateBytesInKB="8388608" />
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new MemoryAbovePlan());
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
