package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionNotRestartingTest {
  private static final String TOOL = "D:\\home\\data\\DaaS\\bin\\DaasConsole.exe";
  private final RuleTester tester = new RuleTester(new CustomActionNotRestarting());

  @Test
  void reportsAnOptionThatNeverRestarts() {
    assertThat(program(TOOL, "-CollectLogs &quot;Memory Dump&quot;"))
        .containsExactly(
            "3:71 '-CollectLogs' does not restart the worker, so the action repeats; use"
                + " '-CollectKillAnalyze'");
  }

  @ParameterizedTest
  @CsvSource({
    "-Troubleshoot &quot;CLR Profiler&quot; 60, -Troubleshoot, -CollectKillAnalyze",
    "-troubleshoot Profiler, -troubleshoot, -CollectKillAnalyze",
    "/COLLECTLOGS MemoryDump, /COLLECTLOGS, /CollectKillAnalyze",
    "-ListSessions -CollectLogs MemoryDump, -CollectLogs, -CollectKillAnalyze",
    "&quot;-CollectLogs&quot; %TOOL%, -CollectLogs, -CollectKillAnalyze",
    "-CollectLogs MemoryDump -Troubleshoot, -CollectLogs, -CollectKillAnalyze"
  })
  void quotesTheOptionAsWritten(String parameters, String quoted, String instead) {
    assertThat(program(TOOL, parameters))
        .containsExactly(
            "3:71 '%s' does not restart the worker, so the action repeats; use '%s'"
                .formatted(quoted, instead));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-m Collect -t MemoryDump", "--tool=Profiler --mode=Collect"})
  void reportsALauncherModeThatNeverRestarts(String parameters) {
    assertThat(program("D:\\DiagLauncher.exe", parameters))
        .containsExactly(
            "3:53 'Collect' does not restart the worker, so the action repeats; use"
                + " 'CollectKillAnalyze'");
    assertThat(program("D:\\DiagLauncher.exe", "-m CollectAndAnalyze -t MemoryDump")).hasSize(1);
    assertThat(program("D:\\DiagLauncher.exe", "-m CollectKillAnalyze -t MemoryDump")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"60 -CollectLogs", "-CollectLogs", "-CollectLogs &amp;", "-CollectLogs Heap"})
  void leavesArgumentsThatCollectNothingToOtherRules(String parameters) {
    assertThat(program(TOOL, parameters)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-CollectKillAnalyze &quot;Memory Dump&quot; 60",
        "-CollectLogsNow",
        "-Troubleshooter",
        "--CollectLogs",
        "CollectLogs",
        "x-CollectLogs",
        "D:\\-Troubleshoot",
        "-CollectLogs:1",
        "#{parameters}#",
        ""
      })
  void acceptsOtherOptions(String parameters) {
    assertThat(program(TOOL, parameters)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DaasConsole.exe",
        "daasconsole",
        "D:/home/data/DaaS/bin/DAASCONSOLE.EXE",
        " D:\\DaasConsole.exe ",
        "&quot;D:\\my tools\\DaasConsole.exe&quot;",
        "%TOOLS%\\DaasConsole.exe"
      })
  void recognizesTheToolByItsName(String exe) {
    assertThat(program(exe, "-CollectLogs MemoryDump")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D:\\home\\dump.exe",
        "D:\\DaasConsole.exe\\dump.exe",
        "MyDaasConsole.exe",
        "DaasConsole.exe.bak",
        ""
      })
  void acceptsOtherPrograms(String exe) {
    assertThat(program(exe, "-CollectLogs MemoryDump")).isEmpty();
  }

  @Test
  void acceptsAToolWithoutParameters() {
    assertThat(action("CustomAction", "<customAction exe='" + TOOL + "' />")).isEmpty();
  }

  @Test
  void leavesAProgramThatNeverStartsToOtherRules() {
    String program = "<customAction exe='" + TOOL + "' parameters='-CollectLogs MemoryDump' />";
    assertThat(action("Recycle", program)).isEmpty();
    assertThat(action("", program)).isEmpty();
    assertThat(action("customACTION", program)).hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == collect kill analyze is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>

        == other program is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\tools\\dump.exe" parameters="-CollectLogs" />
          </actions>
        </monitoring>

        == troubleshoot
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:/home/data/DaaS/bin/daasconsole.EXE" parameters="-troubleshoot &quot;CLR Profiler&quot;" />
          </actions>
        </monitoring>
        > 7:75 '-troubleshoot' does not restart the worker, so the action repeats; use
        >> '-CollectKillAnalyze'
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new CustomActionNotRestarting());
  }

  private List<String> program(String exe, String parameters) {
    return action(
        "CustomAction", "<customAction exe='%s' parameters='%s' />".formatted(exe, parameters));
  }

  private List<String> action(String value, String program) {
    return tester.inSection(
        "<monitoring><actions value='%s'>\n%s</actions></monitoring>".formatted(value, program));
  }
}
