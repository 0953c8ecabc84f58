package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionIgnoredTest {
  private static final String PROGRAM = "\n<customAction exe='D:\\home\\a.exe' />";

  private final RuleTester tester = new RuleTester(new CustomActionIgnored());

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "logevent", "RECYCLE"})
  void reportsAProgramThatTheActionNeverStarts(String action) {
    assertThat(action(action, PROGRAM))
        .containsExactly(
            "3:1 <customAction> never runs with value=\"%s\"; remove it or use value=\"CustomAction\""
                .formatted(action));
  }

  @Test
  void reportsAProgramWithoutAName() {
    assertThat(action("Recycle", "<customAction />")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CustomAction", "customaction", "CUSTOMACTION"})
  void acceptsAnActionThatStartsTheProgram(String action) {
    assertThat(action(action, PROGRAM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Restart", "Recycle ", "#{action}#"})
  void leavesInvalidActionsToOtherRules(String action) {
    assertThat(action(action, PROGRAM)).isEmpty();
  }

  @Test
  void acceptsAnActionWithoutAProgram() {
    assertThat(action("Recycle", "")).isEmpty();
    assertThat(action("Recycle", "<customActions exe='a' />")).isEmpty();
    assertThat(tester.inSection("<monitoring><actions>" + PROGRAM + "</actions></monitoring>"))
        .isEmpty();
    assertThat(tester.inSection("<monitoring />")).isEmpty();
  }

  @Test
  void leavesAProgramThatThePolicyRemovesToDrift() {
    String section =
        "<configuration><system.webServer><monitoring><triggers><requests count='5'"
            + " timeInterval='00:10:00' /></triggers><actions value='Recycle'>"
            + PROGRAM
            + "</actions></monitoring></system.webServer></configuration>";
    tester.findsNothing(section, policy("action: recycle"));
    assertThat(tester.findings(section, policy("triggers: { requests: none }"))).hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == custom action is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="customaction">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>

        == log event
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="logEvent">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>
        > 7:5 <customAction> never runs with value="logEvent"; remove it or use value="CustomAction"

        == policy without an action
        @ triggers:
        @   memory: { privateBytes: 800MB }
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="Recycle">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>
        > 7:5 <customAction> never runs with value="Recycle"; remove it or use value="CustomAction"

        == program of the diagnostics tool
        <actions value="Recycle"><!-- then a dump -->
          <customAction
            exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe"
            parameters="-CollectKillAnalyze &quot;Memory Dump&quot; 60" />
        </actions>
        > 3:3 <customAction> never runs with value="Recycle"; remove it or use value="CustomAction"

        == recycle
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="Recycle">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>
        > 7:5 <customAction> never runs with value="Recycle"; remove it or use value="CustomAction"

        == recycle in lower case
        <actions value="recycle">
          <customAction exe="D:\\home\\tools\\dump.exe" parameters="-all" />
        </actions>
        > 3:3 <customAction> never runs with value="recycle"; remove it or use value="CustomAction"

        == two programs
        <actions value="Recycle">
          <customAction exe="D:\\home\\tools\\dump.exe" />
          <customAction exe="D:\\home\\tools\\mail.exe" />
        </actions>
        > 3:3 <customAction> never runs with value="Recycle"; remove it or use value="CustomAction"
        > 4:3 duplicate <customAction> in <actions>; remove one (web.config:3) [duplicate-element]

        == program that never runs is not checked further
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="Recycle">
            <customAction exe="dump.exe" parameters="-CollectLogs" />
          </actions>
        </monitoring>
        > 7:5 <customAction> never runs with value="Recycle"; remove it or use value="CustomAction"
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new CustomActionIgnored());
  }

  private List<String> action(String value, String program) {
    return tester.inSection(
        "<monitoring><actions value='%s'>%s</actions></monitoring>".formatted(value, program));
  }

  private static String policy(String desired) {
    return """
        version: 1
        apps:
          - name: app
            files: [web.config]
            %s
        """
        .formatted(desired);
  }
}
