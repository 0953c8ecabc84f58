package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.RuleContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryOutOfRangeTest {
  private final RuleTester tester = new RuleTester(new MemoryOutOfRange());

  @Test
  void reportsMegabytes() {
    assertThat(memory("800"))
        .containsExactly(
            "2:27 privateBytesInKB=\"800\" (800 KB) is too low; use 819200 if you meant 800 MB");
  }

  @Test
  void reportsBytes() {
    assertThat(memory("838860800"))
        .containsExactly(
            "2:27 privateBytesInKB=\"838860800\" (800 GB) is too high; use 819200 if you meant bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"102401", "819200", "33554432"})
  void acceptsValuesThatThePortalAccepts(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1          | 1 KB      | use 1048576 if you meant 1 GB
          32         | 32 KB     | use 33554432 if you meant 32 GB
          33         | 33 KB     | use more than 102400 (100 MB)
          100        | 100 KB    | use more than 102400 (100 MB)
          101        | 101 KB    | use 103424 if you meant 101 MB
          1023       | 1023 KB   | use 1047552 if you meant 1023 MB
          1024       | 1 MB      | use 1048576 if you meant 1024 MB
          32768      | 32 MB     | use 33554432 if you meant 32768 MB
          32769      | 32 MB     | use more than 102400 (100 MB)
          102400     | 100 MB    | use more than 102400 (100 MB)
          """)
  void guessesTheUnitOfASmallNumber(String seen, String amount, String advice) {
    assertThat(memory(seen))
        .containsExactly(
            "2:27 privateBytesInKB=\"%s\" (%s) is too low; %s".formatted(seen, amount, advice));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          33554433   | 32 GB     | use at most 33554432 (32 GB)
          104858623  | 100 GB    | use at most 33554432 (32 GB)
          104858624  | 102401 MB | use 102401 if you meant bytes
          4294967295 | 4096 GB   | use 4194303 if you meant bytes
          """)
  void guessesThatALargeNumberIsInBytes(String seen, String amount, String advice) {
    assertThat(memory(seen))
        .containsExactly(
            "2:27 privateBytesInKB=\"%s\" (%s) is too high; %s".formatted(seen, amount, advice));
  }

  @Test
  void notesAnAmountThatTheInstanceHas() {
    RuleContext subject =
        RuleTester.compared(
            RuleTester.inFile("<memory privateBytesInKB='41943040' />"),
            RuleTester.app("plan: { sku: P3MV3 }"));
    assertThat(Rules.check(subject, List.of(new MemoryOutOfRange())))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message())
                  .isEqualTo(
                      "privateBytesInKB=\"41943040\" (40 GB) fits the plan, but the portal accepts at"
                          + " most 32 GB (33554432 KB)");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          33554432 | sku: P3MV3   | NONE
          33554433 | sku: P3MV3   | INFO
          67108863 | sku: P3MV3   | INFO
          67108864 | sku: P3MV3   | INFO
          67108865 | sku: P3MV3   | ERROR
          67108865 | sku: P4MV3   | INFO
          41943040 | memory: 40GB | INFO
          41943041 | memory: 40GB | ERROR
          33554433 | sku: P3V3    | ERROR
          33554433 | bitness: 64  | ERROR
          102400   | sku: P3MV3   | ERROR
          """)
  void usesTheMemoryOfThePlan(String value, String plan, String severity) {
    RuleContext subject =
        RuleTester.compared(
            RuleTester.inFile("<memory privateBytesInKB='" + value + "' />"),
            RuleTester.app("plan: { " + plan + " }"));
    assertThat(Rules.check(subject, List.of(new MemoryOutOfRange())))
        .extracting(finding -> finding.severity().name())
        .containsExactlyElementsOf(severity.equals("NONE") ? List.of() : List.of(severity));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "800MB", "4294967296", "#{kb}#", "-1"})
  void leavesUnreadableValuesToOtherRules(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @Test
  void ignoresOtherNumbers() {
    assertThat(tester.inTriggers("<requests count='800' timeInterval='00:00:00' />")).isEmpty();
    assertThat(tester.inTriggers("<memory />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == above the portal maximum but not in bytes
        <memory privateBytesInKB="104857600" />
        > 2:27 privateBytesInKB="104857600" (100 GB) is too high; use at most 33554432 (32 GB)

        == bytes
        <memory privateBytesInKB="838860800" />
        > 2:27 privateBytesInKB="838860800" (800 GB) is too high; use 819200 if you meant bytes

        == bytes of decimal megabytes
        <memory privateBytesInKB="1500000000" />
        > 2:27 privateBytesInKB="1500000000" (1430.51 GB) is too high; use 1464843 if you meant
        >> bytes

        == bytes of four gigabytes
        <memory privateBytesInKB="4294967295" />
        > 2:27 privateBytesInKB="4294967295" (4096 GB) is too high; use 4194303 if you meant bytes

        == bytes of one gigabyte
        <memory privateBytesInKB="1073741824" />
        > 2:27 privateBytesInKB="1073741824" (1024 GB) is too high; use 1048576 if you meant bytes

        == log event only
        <monitoring>
          <triggers>
            <memory privateBytesInKB="1500" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>
        > 4:31 privateBytesInKB="1500" (1.46 MB) is too low; use 1536000 if you meant 1500 MB

        == gigabytes
        <memory privateBytesInKB="2" />
        > 2:27 privateBytesInKB="2" (2 KB) is too low; use 2097152 if you meant 2 GB

        == portal maximum is fine
        <memory privateBytesInKB="33554432" />

        == just below the portal minimum
        <memory privateBytesInKB="102400" />
        > 2:27 privateBytesInKB="102400" (100 MB) is too low; use more than 102400 (100 MB)

        == portal minimum is fine
        <memory privateBytesInKB="102401" />

        == megabytes
        <memory privateBytesInKB="800" />
        > 2:27 privateBytesInKB="800" (800 KB) is too low; use 819200 if you meant 800 MB

        == fewest plausible megabytes
        <memory privateBytesInKB="101" />
        > 2:27 privateBytesInKB="101" (101 KB) is too low; use 103424 if you meant 101 MB

        == megabytes of a whole instance
        <memory privateBytesInKB="14336" />
        > 2:27 privateBytesInKB="14336" (14 MB) is too low; use 14680064 if you meant 14336 MB

        == megabytes of one gigabyte
        <memory privateBytesInKB="1024" />
        > 2:27 privateBytesInKB="1024" (1 MB) is too low; use 1048576 if you meant 1024 MB

        == no guess
        <memory privateBytesInKB="60000" />
        > 2:27 privateBytesInKB="60000" (58.59 MB) is too low; use more than 102400 (100 MB)

        == plan does not raise the minimum
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="102400" />
        > 2:27 privateBytesInKB="102400" (100 MB) is too low; use more than 102400 (100 MB)

        == plan has just that much
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="67108864" />
        > 2:27 privateBytesInKB="67108864" (64 GB), but an instance of the plan has only 64 GB
        >> (67108864 KB); lower it (autoheal.yaml:5) [memory-above-plan]
        > 2:27 privateBytesInKB="67108864" (64 GB) fits the plan, but the portal accepts at most 32
        >> GB (33554432 KB) [info]

        == plan has less
        @ plan: { sku: P3V3 }
        <memory privateBytesInKB="41943040" />
        > 2:27 privateBytesInKB="41943040" (40 GB) is too high; use at most 33554432 (32 GB)

        == plan has more
        @ plan: { sku: P3MV3, proactive: false }
        <memory privateBytesInKB="67108863" />
        > 2:27 privateBytesInKB="67108863" (64 GB) fits the plan, but the portal accepts at most 32
        >> GB (33554432 KB) [info]

        == plan has one kilobyte less
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="67108865" />
        > 2:27 privateBytesInKB="67108865" (64 GB) is too high; use at most 33554432 (32 GB)

        == plan has that much
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="41943040" />
        > 2:27 privateBytesInKB="41943040" (40 GB) fits the plan, but the portal accepts at most 32
        >> GB (33554432 KB) [info]

        == plan has that much and bytes are plausible
        @ plan: { sku: P5MV3 }
        <memory privateBytesInKB="125829120" />
        > 2:27 privateBytesInKB="125829120" (120 GB) fits the plan, but the portal accepts at most
        >> 32 GB (33554432 KB) [info]

        == zero
        <memory privateBytesInKB="0" />
        > 2:27 privateBytesInKB="0" means no limit only in portal exports; remove <memory>

        == zero in another notation
        <memory privateBytesInKB="000" />
        > 2:27 privateBytesInKB="000" means no limit only in portal exports; remove <memory>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new MemoryOutOfRange());
  }

  private List<String> memory(String value) {
    return tester.inTriggers("<memory privateBytesInKB='" + value + "' />");
  }
}
