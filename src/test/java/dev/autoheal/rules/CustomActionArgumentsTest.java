package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionArgumentsTest {
  private static final String CONSOLE = "D:\\home\\data\\DaaS\\bin\\DaasConsole.exe";
  private static final String LAUNCHER = "D:\\home\\data\\DaaS\\bin\\DiagLauncher.exe";

  private final RuleTester tester = new RuleTester(new CustomActionArguments());

  @Test
  void pointsToTheArguments() {
    assertThat(console("-CollectKillAnalyze"))
        .containsExactly(
            "3:71 missing tool name after '-CollectKillAnalyze'; add 'MemoryDump', for example");
  }

  @Test
  void pointsToAProgramWithoutArguments() {
    assertThat(action("CustomAction", "<customAction exe='" + CONSOLE + "' />"))
        .containsExactly(
            "3:1 missing arguments of DaasConsole.exe; add '-CollectKillAnalyze MemoryDump', for"
                + " example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-CollectKillAnalyze MemoryDump",
        "-CollectKillAnalyze &quot;MemoryDump&quot; 60",
        "/CollectKillAnalyze MemoryDump",
        "-collectkillanalyze memorydump",
        "-COLLECTLOGS Profiler",
        "-Troubleshoot &quot;Profiler with Thread Stacks&quot;",
        "-CollectKillAnalyze  &quot;Profiler with CPU Stacks&quot;  60",
        "-CollectKillAnalyze &quot;JAVA Thread Dump&quot;",
        "-CollectKillAnalyze &quot;JAVA Flight Recorder&quot;",
        "-CollectKillAnalyze &quot;JAVA Memory Dump&quot;",
        "-CollectKillAnalyze &quot;Memory Dump&quot; 60",
        "-CollectKillAnalyze &quot;MEMORY DUMP&quot;",
        "-CollectKillAnalyze &quot;clr profiler&quot;",
        "-CollectKillAnalyze &quot;CLR Profiler With Thread Stacks&quot;",
        "-CollectKillAnalyze &quot;CLR Profiler CpuStacks&quot;",
        "-ListSessions -CollectKillAnalyze MemoryDump",
        " -CollectKillAnalyze\tMemoryDump ",
        "-CollectKillAnalyze Memory&quot;Dump&quot;",
        "-CollectKillAnalyze MemoryDump -BlobSasUri:x"
      })
  void acceptsArgumentsThatCollect(String parameters) {
    assertThat(console(parameters)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CollectKillAnalyze MemoryDump | expected an option, got 'CollectKillAnalyze'; start with '-CollectKillAnalyze'
          60 -CollectLogs MemoryDump | expected an option, got '60'; start with '-CollectKillAnalyze'
          &quot;Memory Dump&quot; | expected an option, got 'Memory Dump'; start with '-CollectKillAnalyze'
          -CollectKillAnalyse &quot;Memory Dump&quot; 60 | unknown option '-CollectKillAnalyse'; did you mean '-CollectKillAnalyze'?
          /collectlog MemoryDump | unknown option '/collectlog'; did you mean '-CollectLogs'?
          --CollectLogs MemoryDump | unknown option '--CollectLogs'; did you mean '-CollectLogs'?
          -restart | unknown option '-restart'; use '-CollectKillAnalyze'
          - | unknown option '-'; use '-CollectKillAnalyze'
          -m CollectKillAnalyze -t MemoryDump | unknown option '-m'; use '-CollectKillAnalyze'
          –CollectKillAnalyze MemoryDump | invalid dash in '–CollectKillAnalyze'; start the option with '-'
          —CollectKillAnalyze MemoryDump | invalid dash in '—CollectKillAnalyze'; start the option with '-'
          −CollectKillAnalyze MemoryDump | invalid dash in '−CollectKillAnalyze'; start the option with '-'
          -ListDiagnosers | '-ListDiagnosers' collects nothing; use '-CollectKillAnalyze MemoryDump', for example
          -help | '-help' collects nothing; use '-CollectKillAnalyze MemoryDump', for example
          """)
  void requiresAnOptionFirst(String parameters, String message) {
    assertThat(console(parameters)).containsExactly("3:71 " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -CollectLogs | missing tool name after '-CollectLogs'; add 'MemoryDump', for example
          -CollectKillAnalyze 60 | missing tool name after '-CollectKillAnalyze'; add 'MemoryDump', for example
          -CollectKillAnalyze &quot;&quot; | missing tool name after '-CollectKillAnalyze'; add 'MemoryDump', for example
          /troubleshoot -CollectLogs MemoryDump | missing tool name after '/troubleshoot'; add 'MemoryDump', for example
          -CollectKillAnalyze &quot;Memory Dumps&quot; 60 | unknown tool 'Memory Dumps'; did you mean 'MemoryDump'?
          -CollectKillAnalyze profiler | unknown tool 'profiler'; did you mean 'Profiler'?
          -CollectKillAnalyze &quot;Java Thread Dump&quot; | unknown tool 'Java Thread Dump'; did you mean '"JAVA Thread Dump"'?
          -CollectKillAnalyze Memory Dump | missing quotes around 'Memory Dump'; use 'MemoryDump'
          -CollectKillAnalyze JAVA Thread Dump 60 | missing quotes around 'JAVA Thread Dump'; use '"JAVA Thread Dump"'
          -CollectKillAnalyze “Memory Dump” | invalid quotes in '“Memory Dump”'; use 'MemoryDump'
          -CollectKillAnalyze „CLR Profiler“ 60 | invalid quotes in '„CLR Profiler“'; use 'Profiler'
          -CollectKillAnalyze ‘MemoryDump’ | invalid quotes in '‘MemoryDump’'; use 'MemoryDump'
          -CollectKillAnalyze &apos;JAVA Memory Dump&apos; | invalid quotes in ''JAVA Memory Dump''; use '"JAVA Memory Dump"'
          -CollectKillAnalyze “Heap” | invalid quotes in '“Heap”'; use double quotes
          -CollectKillAnalyze &quot;PHP Process Report&quot; | tool 'PHP Process Report' no longer exists; use 'MemoryDump', for example
          -CollectKillAnalyze php process report | tool 'php process report' no longer exists; use 'MemoryDump', for example
          -CollectKillAnalyze &quot;Event Log&quot; | unknown tool 'Event Log'; use 'MemoryDump', for example
          -CollectKillAnalyze MemoryDump and more | unknown tool 'more'; use 'MemoryDump', for example
          -CollectKillAnalyze –MemoryDump | unknown tool '–MemoryDump'; did you mean 'MemoryDump'?
          """)
  void requiresAKnownToolAfterTheOption(String parameters, String message) {
    assertThat(console(parameters)).containsExactly("3:71 " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-m CollectKillAnalyze -t MemoryDump",
        "-t MemoryDump -m CollectKillAnalyze",
        "--mode CollectAndAnalyze --tool Profiler",
        "--tool=&quot;JAVA Thread Dump&quot; --mode=Collect",
        "-mCollect -tMemoryDump",
        "-m CollectKillAnalyze -t MemoryDump -p DumpType=Mini",
        "-m CollectKillAnalyze -t MemoryDump 60"
      })
  void acceptsArgumentsOfTheLauncher(String parameters) {
    assertThat(launcher(parameters)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          &#32; | missing mode and tool of DiagLauncher.exe; add '-m CollectKillAnalyze -t MemoryDump'
          -t MemoryDump | missing mode of DiagLauncher.exe; add '-m CollectKillAnalyze'
          -m -t MemoryDump | missing mode of DiagLauncher.exe; add '-m CollectKillAnalyze'
          -m CollectKillAnalyze | missing tool name; add '-t MemoryDump', for example
          -m CollectKillAnalyze -t | missing tool name; add '-t MemoryDump', for example
          --tool= --mode=Collect | missing tool name; add '-t MemoryDump', for example
          -m collectkillanalyze -t MemoryDump | unknown mode 'collectkillanalyze'; did you mean 'CollectKillAnalyze'?
          -m Restart -t MemoryDump | unknown mode 'Restart'; use 'CollectKillAnalyze'
          -m CollectKillAnalyze -t &quot;Memory Dump&quot; | unknown tool 'Memory Dump'; did you mean 'MemoryDump'?
          -m CollectKillAnalyze -t memorydump | unknown tool 'memorydump'; did you mean 'MemoryDump'?
          -t JAVA Thread Dump -m Collect | missing quotes around 'JAVA Thread Dump'; use '"JAVA Thread Dump"'
          -m CollectKillAnalyze -t “MemoryDump” | invalid quotes in '“MemoryDump”'; use 'MemoryDump'
          -m CollectKillAnalyze –t MemoryDump | invalid dash in '–t'; start the option with '-'
          -M CollectKillAnalyze -t MemoryDump | unknown option '-M'; use '-m CollectKillAnalyze -t MemoryDump'
          --Mode CollectKillAnalyze -t MemoryDump | unknown option '--Mode'; did you mean '--mode'?
          /m CollectKillAnalyze /t MemoryDump | expected an option, got '/m'; use '-m CollectKillAnalyze -t MemoryDump'
          -CollectKillAnalyze MemoryDump | unknown option '-CollectKillAnalyze'; use '-m CollectKillAnalyze -t MemoryDump'
          """)
  void comparesLauncherArgumentsExactly(String parameters, String message) {
    assertThat(launcher(parameters)).containsExactly("3:72 " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DaasConsole.exe",
        "daasconsole",
        "D:/home/data/DaaS/bin/DAASCONSOLE.EXE",
        " D:\\DaasConsole.exe ",
        "&quot;D:\\my tools\\DaasConsole.exe&quot;",
        "%HOME%\\data\\DaaS\\bin\\DaasConsole.exe",
        "%HOME%/data/DaaS/bin/DaasConsole.exe",
        "diaglauncher.exe",
        "%ProgramFiles%\\DiagLauncher"
      })
  void recognizesTheToolByItsName(String exe) {
    assertThat(program(exe, "-CollectKillAnalyse")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D:\\home\\dump.exe",
        "D:\\DaasConsole.exe\\dump.exe",
        "MyDaasConsole.exe",
        "DaasConsole.exe.bak",
        "#{Tools}#\\DaasConsole.exe",
        ""
      })
  void acceptsOtherPrograms(String exe) {
    assertThat(program(exe, "-CollectKillAnalyse")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%DAAS_ARGUMENTS%",
        "-CollectKillAnalyze %TOOL%",
        "-CollectKillAnalyze &quot;%TOOL% Dump&quot;",
        "-%MODE% MemoryDump",
        "#{arguments}#",
        "-CollectKillAnalyze ${TOOL}"
      })
  void acceptsVariablesAndPlaceholders(String parameters) {
    assertThat(console(parameters)).isEmpty();
  }

  @Test
  void checksArgumentsNextToAVariable() {
    assertThat(console("-CollectKillAnalyse MemoryDump %1%")).hasSize(1);
    assertThat(console("-CollectKillAnalyze -Out %HOME%")).hasSize(1);
  }

  @Test
  void redactsASecret() {
    assertThat(console("-CollectKillAnalyze password: hunter2"))
        .containsExactly("3:71 unknown tool '…'; use 'MemoryDump', for example");
  }

  @Test
  void keepsTheMessageShort() {
    String argument = "x".repeat(200);
    for (String parameters :
        List.of(
            "-" + argument, argument, "-CollectLogs " + argument, "-CollectLogs “" + argument)) {
      assertThat(console(parameters)).singleElement().asString().hasSizeLessThan(116);
      assertThat(launcher(parameters)).singleElement().asString().hasSizeLessThan(116);
    }
  }

  @Test
  void leavesAProgramThatNeverStartsToOtherRules() {
    String program = "<customAction exe='" + CONSOLE + "' parameters='-CollectLogs' />";
    assertThat(action("Recycle", program)).isEmpty();
    assertThat(action("", program)).isEmpty();
    assertThat(action("customACTION", program)).hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == collect kill analyze is fine
        <actions value="CustomAction">
          <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze MemoryDump" />
        </actions>

        == missing tool of an option that never restarts is reported once
        <actions value="CustomAction">
          <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectLogs" />
        </actions>
        > 3:73 missing tool name after '-CollectLogs'; add 'MemoryDump', for example

        == invisible character is reported once
        <actions value="CustomAction">
          <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze\u00A0MemoryDump" />
        </actions>
        > 3:92 unexpected U+00A0 (no-break space) in parameters; use a plain space
        >> [invisible-character]

        == invisible character as a reference
        <actions value="CustomAction">
          <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze MemoryDump&#x200B;" />
        </actions>
        > 3:73 unknown tool 'MemoryDump\u200B'; did you mean 'MemoryDump'?

        == environment variable in the path
        <actions value="CustomAction">
          <customAction exe="%HOME%/data/DaaS/bin/DaasConsole.exe" parameters="-CollectKillAnalyze Heap" />
        </actions>
        > 3:72 unknown tool 'Heap'; use 'MemoryDump', for example
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new CustomActionArguments());
  }

  private List<String> console(String parameters) {
    return program(CONSOLE, parameters);
  }

  private List<String> launcher(String parameters) {
    return program(LAUNCHER, parameters);
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
