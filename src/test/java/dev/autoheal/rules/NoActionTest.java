package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoActionTest {
  private static final String TRIGGERS =
      "<triggers><memory privateBytesInKB='819200' /></triggers>\n";
  private static final String NO_VALUE =
      "missing value in <actions>, so AutoHeal is off; use value=\"Recycle\"";

  private final RuleTester tester = new RuleTester(new NoAction());

  @ParameterizedTest
  @ValueSource(strings = {"", "<!-- <actions value='Recycle' /> -->"})
  void reportsAMissingElement(String actions) {
    assertThat(section(actions))
        .containsExactly(
            "2:1 missing <actions>, so AutoHeal is off; add <actions value=\"Recycle\" />");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<actions />",
        "<actions></actions>",
        "<actions><customAction exe='D:\\home\\a.exe' /></actions>",
        "<actions minProcessExecutionTime='00:10:00' />",
        "<actions lockItem='true' />"
      })
  void reportsAMissingValue(String actions) {
    assertThat(section(actions)).containsExactly("3:1 " + NO_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " \t "})
  void reportsAnEmptyValue(String value) {
    assertThat(section("<actions value='" + value + "' />")).containsExactly("3:17 " + NO_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Recycle", "logevent", "CustomAction", "#{action}#", "Restart", "Recycle "})
  void acceptsAnyOtherValue(String value) {
    assertThat(section("<actions value='" + value + "' />")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<action value='Recycle' />",
        "<Actions value='Recycle' />",
        "<recycle />",
        "<actions Value='Recycle' />",
        "<actions type='Recycle' />",
        "<actions what='Recycle' />",
        "<actions><recycle /></actions>",
        "<actions><value>Recycle</value></actions>",
        "<actions>Recycle</actions>",
        "#{Actions}#"
      })
  void leavesAMisspelledActionToOtherRules(String actions) {
    assertThat(section(actions)).isEmpty();
  }

  @Test
  void leavesAMisplacedActionToOtherRules() {
    assertThat(
            tester.inSection(
                "<monitoring><triggers><memory /><actions value='Recycle' /></triggers></monitoring>"))
        .isEmpty();
  }

  @Test
  void ignoresUnknownElementsAmongTheTriggers() {
    assertThat(
            tester.inSection(
                "<monitoring><triggers><memory /><other /></triggers><actions /></monitoring>"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring />",
        "<monitoring><actions /></monitoring>",
        "<monitoring><triggers /></monitoring>",
        "<monitoring><triggers><statusCode /></triggers></monitoring>",
        "<monitoring configSource='healing.config' />"
      })
  void reportsNothingWithoutATrigger(String section) {
    assertThat(tester.inSection(section)).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == actions among the triggers is reported once
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
            <actions value="Recycle" />
          </triggers>
        </monitoring>
        > 5:6 unknown element <actions> in <triggers>; move it into <monitoring> [unknown-element]

        == element in place of value is reported once
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions>
            <action type="Recycle" />
          </actions>
        </monitoring>
        > 7:6 unknown element <action> in <actions>; use <actions value="Recycle" />
        >> [unknown-element, unsafe fix]

        == empty value with program
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>
        > 6:19 missing value in <actions>, so AutoHeal is off; use value="Recycle"

        == misspelled actions is reported once
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <action value="Recycle" />
        </monitoring>
        > 6:4 unknown element <action> in <monitoring>; use <actions value="Recycle" />
        >> [unknown-element, unsafe fix]

        == misspelled value is reported once
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions Value="Recycle" />
        </monitoring>
        > 6:12 unknown attribute 'Value' in <actions>; use value (names are case-sensitive)
        >> [unknown-attribute, fix]

        == no actions element
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
        </monitoring>
        > 2:1 missing <actions>, so AutoHeal is off; add <actions value="Recycle" />

        == no value
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions />
        </monitoring>
        > 6:3 missing value in <actions>, so AutoHeal is off; use value="Recycle"

        == placeholder is not checked
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="#{Action}#" />
        </monitoring>
        > 6:19 value="#{Action}#" is a placeholder; autoheal neither checks nor rewrites it
        >> [placeholder]

        == without triggers is reported once
        <monitoring>
          <actions />
        </monitoring>
        > 2:1 missing <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>
        >> [no-triggers]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new NoAction());
  }

  private List<String> section(String actions) {
    return tester.inSection("<monitoring>" + TRIGGERS + actions + "</monitoring>");
  }
}
