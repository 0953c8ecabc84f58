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
  @ValueSource(strings = {"", "2GB", "#{kb}#", "102400"})
  void valueThatIsNoNumberOrLessIsFine(String value) {
    assertThat(memory(value, "memory: 102401KB")).isEmpty();
  }

  @Test
  void largeInstancesAreJudgedUpToTheirMemory() {
    assertThat(memory("67108863", "sku: P3MV3")).isEmpty();
    assertThat(memory("67108864", "sku: P3MV3")).hasSize(1);
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

  static Stream<Example> examples() {
    return Example.in(
        """
        == all of it
        @ plan: { sku: S1 }
        <memory privateBytesInKB="1835008" />
        > 2:27 privateBytesInKB is 1835008 KB (1.75 GB), and an instance has 1835008 KB (1.75 GB)
        >> in all: the trigger never fires, write less (autoheal.yaml:5)

        == all that the policy asks
        @ plan: { sku: S1 }
        @ triggers:
        @   memory: { privateBytes: 100% }
        <memory privateBytesInKB="1835008" />
        > 2:27 privateBytesInKB is 1835008 KB (1.75 GB), and an instance has 1835008 KB (1.75 GB)
        >> in all: the trigger never fires, write less (autoheal.yaml:5)

        == amount in place of a size
        @ plan: { memory: 3GB }
        <memory privateBytesInKB="3145728" />
        > 2:27 privateBytesInKB is 3145728 KB (3 GB), and an instance has 3145728 KB (3 GB) in
        >> all: the trigger never fires, write less (autoheal.yaml:5)

        == just below is the platforms
        @ plan: { sku: S1 }
        <memory privateBytesInKB="1835007" />
        > 2:27 privateBytesInKB is 1835007 KB (1.75 GB), but the platform itself recycles a worker
        >> at 90 % of an instance, 1651507 KB (1.57 GB): that comes first, write less
        >> (autoheal.yaml:5) [memory-above-proactive]

        == just below without the platform is fine
        @ plan: { sku: S1, proactive: false }
        <memory privateBytesInKB="1835007" />

        == narrow worker is not said too
        @ plan: { sku: S2, bitness: 32 }
        <memory privateBytesInKB="4194304" />
        > 2:27 privateBytesInKB is 4194304 KB (4 GB), and an instance has 3670016 KB (3.5 GB) in
        >> all: the trigger never fires, write less (autoheal.yaml:5)

        == out of range is not said too
        @ plan: { sku: S1 }
        <memory privateBytesInKB="838860800" />
        > 2:27 privateBytesInKB is 838860800 KB (800 GB): few instances have that much memory, and
        >> where none has the trigger never fires, write 819200 if bytes were meant
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

        == size as the portal writes it
        @ plan: { sku: P1v3 }
        <memory privateBytesInKB="8388608" />
        > 2:27 privateBytesInKB is 8388608 KB (8 GB), and an instance has 8388608 KB (8 GB) in
        >> all: the trigger never fires, write less (autoheal.yaml:5)

        == token is not judged
        @ plan: { sku: S1 }
        <memory privateBytesInKB="#{MemoryLimit}#" />
        > 2:27 privateBytesInKB is #{MemoryLimit}#, a token for a deployment tool: neither judged
        >> nor rewritten [placeholder]

        == unreadable is not judged
        @ plan: { sku: S1 }
        <memory privateBytesInKB="2GB" />
        > 2:27 2GB is not a number IIS is known to accept: the unit is KB, write 2097152
        >> [invalid-number]

        == without a size is not judged
        @ plan: { bitness: 64 }
        <memory privateBytesInKB="8388608" />
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new MemoryAbovePlan());
  }

  private List<String> memory(String value, String plan) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
        RuleTester.app("plan: { " + plan + " }"));
  }
}
