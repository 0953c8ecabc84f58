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
  private static final String TOO_LITTLE =
      ": the unit is KB, and a worker that needs more at its start meets the trigger again and"
          + " again, ";
  private static final String TOO_MUCH =
      ": few instances have that much memory, and where none has the trigger never fires, ";

  private final RuleTester tester = new RuleTester(new MemoryOutOfRange());

  @Test
  void megabytesAreFound() {
    assertThat(memory("800"))
        .containsExactly(
            "2:27 privateBytesInKB is 800" + TOO_LITTLE + "write 819200 if 800 MB were meant");
  }

  @Test
  void bytesAreFound() {
    assertThat(memory("838860800"))
        .containsExactly(
            "2:27 privateBytesInKB is 838860800 KB (800 GB)"
                + TOO_MUCH
                + "write 819200 if bytes were meant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"102401", "819200", "33554432"})
  void whatThePortalTakesIsFine(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1      | 1                       | write 1048576 if 1 GB were meant
          32     | 32                      | write 33554432 if 32 GB were meant
          33     | 33                      | write more than 102400 KB (100 MB)
          100    | 100                     | write more than 102400 KB (100 MB)
          101    | 101                     | write 103424 if 101 MB were meant
          1023   | 1023                    | write 1047552 if 1023 MB were meant
          1024   | 1024 KB (1 MB)          | write 1048576 if 1024 MB were meant
          32768  | 32768 KB (32 MB)        | write 33554432 if 32768 MB were meant
          32769  | 32769 KB (32 MB)        | write more than 102400 KB (100 MB)
          102400 | 102400 KB (100 MB)      | write more than 102400 KB (100 MB)
          """)
  void smallNumberIsGuessedInTheUnitThatMakesSense(String seen, String said, String advice) {
    assertThat(memory(seen))
        .containsExactly("2:27 privateBytesInKB is " + said + TOO_LITTLE + advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          33554433   | 33554433 KB (32 GB)     | the most the portal takes is 33554432 KB
          104858623  | 104858623 KB (100 GB)   | the most the portal takes is 33554432 KB
          104858624  | 104858624 KB (100 GB)   | write 102401 if bytes were meant
          4294967295 | 4294967295 KB (4096 GB) | write 4194303 if bytes were meant
          """)
  void largeNumberIsGuessedInBytesWhereThatMakesSense(String seen, String said, String advice) {
    assertThat(memory(seen))
        .containsExactly("2:27 privateBytesInKB is " + said + TOO_MUCH + advice);
  }

  @Test
  void amountThatTheInstanceHasIsOnlyNoted() {
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
                      "privateBytesInKB is 41943040 KB (40 GB): the instance has that much, but the"
                          + " most the portal takes is 33554432 KB");
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
  void planDecidesWhatIsTooMuch(String value, String plan, String severity) {
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
  void valuesThatCannotBeReadAreNotJudged(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @Test
  void otherNumbersAreNotMemory() {
    assertThat(tester.inTriggers("<requests count='800' timeInterval='00:00:00' />")).isEmpty();
    assertThat(tester.inTriggers("<memory />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == above the portal and no bytes
        <memory privateBytesInKB="104857600" />
        > 2:27 privateBytesInKB is 104857600 KB (100 GB): few instances have that much memory, and
        >> where none has the trigger never fires, the most the portal takes is 33554432 KB

        == bytes
        <memory privateBytesInKB="838860800" />
        > 2:27 privateBytesInKB is 838860800 KB (800 GB): few instances have that much memory, and
        >> where none has the trigger never fires, write 819200 if bytes were meant

        == bytes of decimal megabytes
        <memory privateBytesInKB="1500000000" />
        > 2:27 privateBytesInKB is 1500000000 KB (1430.51 GB): few instances have that much
        >> memory, and where none has the trigger never fires, write 1464843 if bytes were meant

        == bytes of four gigabytes
        <memory privateBytesInKB="4294967295" />
        > 2:27 privateBytesInKB is 4294967295 KB (4096 GB): few instances have that much memory,
        >> and where none has the trigger never fires, write 4194303 if bytes were meant

        == bytes of one gigabyte
        <memory privateBytesInKB="1073741824" />
        > 2:27 privateBytesInKB is 1073741824 KB (1024 GB): few instances have that much memory,
        >> and where none has the trigger never fires, write 1048576 if bytes were meant

        == event only
        <monitoring>
          <triggers>
            <memory privateBytesInKB="1500" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>
        > 4:31 privateBytesInKB is 1500 KB (1.46 MB): the unit is KB, and a worker that needs more
        >> at its start meets the trigger again and again, write 1536000 if 1500 MB were meant

        == gigabytes
        <memory privateBytesInKB="2" />
        > 2:27 privateBytesInKB is 2: the unit is KB, and a worker that needs more at its start
        >> meets the trigger again and again, write 2097152 if 2 GB were meant

        == highest portal takes is fine
        <memory privateBytesInKB="33554432" />

        == lowest portal refuses
        <memory privateBytesInKB="102400" />
        > 2:27 privateBytesInKB is 102400 KB (100 MB): the unit is KB, and a worker that needs
        >> more at its start meets the trigger again and again, write more than 102400 KB (100 MB)

        == lowest portal takes is fine
        <memory privateBytesInKB="102401" />

        == megabytes
        <memory privateBytesInKB="800" />
        > 2:27 privateBytesInKB is 800: the unit is KB, and a worker that needs more at its start
        >> meets the trigger again and again, write 819200 if 800 MB were meant

        == megabytes just sensible
        <memory privateBytesInKB="101" />
        > 2:27 privateBytesInKB is 101: the unit is KB, and a worker that needs more at its start
        >> meets the trigger again and again, write 103424 if 101 MB were meant

        == megabytes of a whole instance
        <memory privateBytesInKB="14336" />
        > 2:27 privateBytesInKB is 14336 KB (14 MB): the unit is KB, and a worker that needs more
        >> at its start meets the trigger again and again, write 14680064 if 14336 MB were meant

        == megabytes of one gigabyte
        <memory privateBytesInKB="1024" />
        > 2:27 privateBytesInKB is 1024 KB (1 MB): the unit is KB, and a worker that needs more at
        >> its start meets the trigger again and again, write 1048576 if 1024 MB were meant

        == no guess
        <memory privateBytesInKB="60000" />
        > 2:27 privateBytesInKB is 60000 KB (58.59 MB): the unit is KB, and a worker that needs
        >> more at its start meets the trigger again and again, write more than 102400 KB (100 MB)

        == plan does not raise the least
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="102400" />
        > 2:27 privateBytesInKB is 102400 KB (100 MB): the unit is KB, and a worker that needs
        >> more at its start meets the trigger again and again, write more than 102400 KB (100 MB)

        == plan has just that much
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="67108864" />
        > 2:27 privateBytesInKB is 67108864 KB (64 GB), and an instance has 67108864 KB (64 GB) in
        >> all: the trigger never fires, write less (autoheal.yaml:5) [memory-above-plan]
        > 2:27 privateBytesInKB is 67108864 KB (64 GB): the instance has that much, but the most
        >> the portal takes is 33554432 KB [info]

        == plan has less
        @ plan: { sku: P3V3 }
        <memory privateBytesInKB="41943040" />
        > 2:27 privateBytesInKB is 41943040 KB (40 GB): few instances have that much memory, and
        >> where none has the trigger never fires, the most the portal takes is 33554432 KB

        == plan has more
        @ plan: { sku: P3MV3, proactive: false }
        <memory privateBytesInKB="67108863" />
        > 2:27 privateBytesInKB is 67108863 KB (64 GB): the instance has that much, but the most
        >> the portal takes is 33554432 KB [info]

        == plan has one kilobyte less
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="67108865" />
        > 2:27 privateBytesInKB is 67108865 KB (64 GB): few instances have that much memory, and
        >> where none has the trigger never fires, the most the portal takes is 33554432 KB

        == plan has that much
        @ plan: { sku: P3MV3 }
        <memory privateBytesInKB="41943040" />
        > 2:27 privateBytesInKB is 41943040 KB (40 GB): the instance has that much, but the most
        >> the portal takes is 33554432 KB [info]

        == plan has that much and bytes make sense
        @ plan: { sku: P5MV3 }
        <memory privateBytesInKB="125829120" />
        > 2:27 privateBytesInKB is 125829120 KB (120 GB): the instance has that much, but the most
        >> the portal takes is 33554432 KB [info]

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
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new MemoryOutOfRange());
  }

  private List<String> memory(String value) {
    return tester.inTriggers("<memory privateBytesInKB='" + value + "' />");
  }
}
