package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoActionTest {
  private static final String TRIGGERS =
      "<triggers><memory privateBytesInKB='819200' /></triggers>\n";
  private static final String OFF =
      "no action is stated, so AutoHeal counts as switched off and the triggers do nothing: add ";

  private final RuleTester tester = new RuleTester(new NoAction());

  @ParameterizedTest
  @ValueSource(strings = {"", "<!-- <actions value='Recycle' /> -->"})
  void missingElementIsFound(String actions) {
    assertThat(section(actions)).containsExactly("2:1 " + OFF + "<actions value=\"Recycle\" />");
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
  void missingValueIsFound(String actions) {
    assertThat(section(actions)).containsExactly("3:1 " + OFF + "value=\"Recycle\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " \t "})
  void blankValueIsFound(String value) {
    assertThat(section("<actions value='" + value + "' />"))
        .containsExactly("3:17 " + OFF + "value=\"Recycle\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Recycle", "logevent", "CustomAction", "#{action}#", "Restart", "Recycle "})
  void statedValueIsNoMissingOne(String value) {
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
  void misspelledActionIsTheFindingOfAnotherRule(String actions) {
    assertThat(section(actions)).isEmpty();
  }

  @Test
  void actionInAnotherPlaceIsTheFindingOfAnotherRule() {
    assertThat(
            tester.inSection(
                "<monitoring><triggers><memory /><actions value='Recycle' /></triggers></monitoring>"))
        .isEmpty();
  }

  @Test
  void unknownElementAmongTheTriggersIsNoAction() {
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
  void withoutATriggerThereIsNothingToActOn(String section) {
    assertThat(tester.inSection(section)).isEmpty();
  }

  private List<String> section(String actions) {
    return tester.inSection("<monitoring>" + TRIGGERS + actions + "</monitoring>");
  }
}
