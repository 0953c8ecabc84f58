package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionMissingTest {
  private static final String ADD = "add the path of the program, or use value=\"Recycle\"";

  private final RuleTester tester = new RuleTester(new CustomActionMissing());

  @ParameterizedTest
  @ValueSource(strings = {"", "<!-- <customAction exe='a' /> -->"})
  void reportsAMissingProgram(String program) {
    assertThat(action("CustomAction", program))
        .containsExactly(
            "2:13 missing <customAction> in <actions>; add <customAction exe=\"…\" />, or use"
                + " value=\"Recycle\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<customAction />",
        "<customAction></customAction>",
        "<customAction parameters='-x' />",
        "<customAction lockItem='true' />"
      })
  void reportsAProgramWithoutAName(String program) {
    assertThat(action("CustomAction", "\n" + program))
        .containsExactly("3:1 missing attribute exe in <customAction>; " + ADD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "   "})
  void reportsAnEmptyName(String exe) {
    assertThat(action("CustomAction", "\n<customAction exe='" + exe + "' parameters='-x' />"))
        .containsExactly("3:20 invalid exe=\"" + exe + "\"; " + ADD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"D:\\home\\a.exe", "a", "#{exe}#", "%HOME%\\a.exe"})
  void acceptsAProgramWithAName(String exe) {
    assertThat(action("CustomAction", "<customAction exe='" + exe + "' />")).isEmpty();
  }

  @Test
  void recognizesTheActionInAnyCase() {
    assertThat(action("customaction", "")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "", "#{action}#", "Custom", "CustomAction "})
  void acceptsOtherActionsWithoutAProgram(String action) {
    assertThat(action(action, "")).isEmpty();
    assertThat(action(action, "<customAction />")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<CustomAction exe='a' />",
        "<customActions exe='a' />",
        "<program exe='a' />",
        "<customAction Exe='a' />",
        "<customAction executable='a' />",
        "<customAction path='a' />",
        "<customAction><exe>a</exe></customAction>",
        "<customAction><program>a</program></customAction>",
        "<customAction>a</customAction>",
        "D:\\home\\a.exe"
      })
  void leavesAMisspelledProgramToOtherRules(String program) {
    assertThat(action("CustomAction", program)).isEmpty();
  }

  @Test
  void leavesAMisplacedProgramToOtherRules() {
    assertThat(
            tester.inSection(
                "<monitoring><customAction exe='a' /><actions value='CustomAction' /></monitoring>"))
        .isEmpty();
  }

  @Test
  void ignoresAnUnknownElementElsewhere() {
    assertThat(
            tester.inSection("<monitoring><other /><actions value='CustomAction' /></monitoring>"))
        .hasSize(1);
  }

  @Test
  void doesNotTakeMisspelledParametersForAName() {
    assertThat(action("CustomAction", "<customAction parameter='-x' />")).hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == empty exe
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="" parameters="-x" />
          </actions>
        </monitoring>
        > 7:24 invalid exe=""; add the path of the program, or use value="Recycle"

        == exe on actions is reported once
        <configuration>
          <system.webServer>
            <handlers>
              <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
            </handlers>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="1500000" />
              </triggers>
              <actions value="CustomAction" exe="D:\\home\\tools\\dump.exe" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 10:37 unknown attribute 'exe' in <actions>; move it to <customAction> [unknown-attribute]

        == exe under another name is reported once
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction executable="D:\\home\\a.exe" />
          </actions>
        </monitoring>
        > 7:19 unknown attribute 'executable' in <customAction>; did you mean exe?
        >> [unknown-attribute]

        == program in the wrong place is reported once
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction" />
          <customAction exe="D:\\home\\a.exe" />
        </monitoring>
        > 7:4 unknown element <customAction> in <monitoring>; move it into <actions>
        >> [unknown-element]

        == missing element
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction" />
        </monitoring>
        > 6:3 missing <customAction> in <actions>; add <customAction exe="…" />, or use
        >> value="Recycle"

        == missing exe
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction parameters="-x" />
          </actions>
        </monitoring>
        > 7:5 missing attribute exe in <customAction>; add the path of the program, or use
        >> value="Recycle"

        == program is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new CustomActionMissing());
  }

  private List<String> action(String value, String program) {
    return tester.inSection(
        "<monitoring><actions value='%s'>%s</actions></monitoring>".formatted(value, program));
  }
}
