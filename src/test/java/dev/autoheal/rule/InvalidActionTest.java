package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidActionTest {
  private final RuleTester tester = new RuleTester(new InvalidAction());

  @Test
  void unknownActionIsFound() {
    assertThat(action("Restart"))
        .containsExactly("2:29 Restart is no action: write Recycle, LogEvent or CustomAction");
  }

  @Test
  void misspelledActionGetsTheRightName() {
    assertThat(action("Recyle")).containsExactly("2:29 Recyle is no action: did you mean Recycle?");
    assertThat(action("Recycle "))
        .containsExactly("2:29 \"Recycle \" is no action: did you mean Recycle?");
  }

  @Test
  void severalActionsInOneValueAreFound() {
    assertThat(action("Recycle,LogEvent")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "recycle", "LOGEVENT", "customAction", "$(action)"})
  void actionsInAnyLetterCaseAndTokensAreFine(String value) {
    assertThat(action(value)).isEmpty();
  }

  @Test
  void blankValueIsNoneRatherThanAWrongOne() {
    assertThat(action("")).isEmpty();
    assertThat(tester.inSection("<monitoring><actions /></monitoring>")).isEmpty();
  }

  private List<String> action(String value) {
    return tester.inSection("<monitoring><actions value='" + value + "' /></monitoring>");
  }
}
