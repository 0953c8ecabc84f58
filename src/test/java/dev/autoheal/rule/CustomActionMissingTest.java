package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionMissingTest {
  private static final String NOTHING =
      "the action is CustomAction, but no program is named, so the triggers start nothing: ";
  private static final String NAME = "write its path in exe, or write Recycle as the action";

  private final RuleTester tester = new RuleTester(new CustomActionMissing());

  @ParameterizedTest
  @ValueSource(strings = {"", "<!-- <customAction exe='a' /> -->"})
  void missingProgramIsFound(String program) {
    assertThat(action("CustomAction", program))
        .containsExactly("2:13 " + NOTHING + "add <customAction exe=\"…\" />, or write Recycle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<customAction />",
        "<customAction></customAction>",
        "<customAction parameters='-x' />",
        "<customAction lockItem='true' />"
      })
  void programWithoutANameIsFound(String program) {
    assertThat(action("CustomAction", "\n" + program)).containsExactly("3:1 " + NOTHING + NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " \t "})
  void blankNameIsFound(String exe) {
    assertThat(action("CustomAction", "\n<customAction exe='" + exe + "' parameters='-x' />"))
        .containsExactly("3:20 " + NOTHING + NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"D:\\home\\a.exe", "a", "#{exe}#", "%HOME%\\a.exe"})
  void programThatIsNamedIsFine(String exe) {
    assertThat(action("CustomAction", "<customAction exe='" + exe + "' />")).isEmpty();
  }

  @Test
  void actionIsKnownInAnyLetterCase() {
    assertThat(action("customaction", "")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "", "#{action}#", "Custom", "CustomAction "})
  void otherActionsNeedNoProgram(String action) {
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
  void misspelledProgramIsTheFindingOfAnotherRule(String program) {
    assertThat(action("CustomAction", program)).isEmpty();
  }

  @Test
  void programInAnotherPlaceIsTheFindingOfAnotherRule() {
    assertThat(
            tester.inSection(
                "<monitoring><customAction exe='a' /><actions value='CustomAction' /></monitoring>"))
        .isEmpty();
  }

  @Test
  void unknownElementInAnotherPlaceIsNoProgram() {
    assertThat(
            tester.inSection("<monitoring><other /><actions value='CustomAction' /></monitoring>"))
        .hasSize(1);
  }

  @Test
  void misspelledParametersAreNoName() {
    assertThat(action("CustomAction", "<customAction parameter='-x' />")).hasSize(1);
  }

  private List<String> action(String value, String program) {
    return tester.inSection(
        "<monitoring><actions value='%s'>%s</actions></monitoring>".formatted(value, program));
  }
}
