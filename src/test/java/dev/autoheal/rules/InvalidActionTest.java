package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidActionTest {
  private final RuleTester tester = new RuleTester(new InvalidAction());

  @Test
  void reportsAnUnknownAction() {
    assertThat(action("Restart"))
        .containsExactly(
            "2:29 invalid value=\"Restart\" in <actions>; use Recycle, LogEvent or CustomAction");
  }

  @Test
  void suggestsTheNameOfAMisspelledAction() {
    assertThat(action("Recyle"))
        .containsExactly("2:29 invalid value=\"Recyle\" in <actions>; did you mean Recycle?");
    assertThat(action("Recycle "))
        .containsExactly("2:29 invalid value=\"Recycle \" in <actions>; did you mean Recycle?");
  }

  @Test
  void reportsSeveralActionsInOneValue() {
    assertThat(action("Recycle,LogEvent")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "recycle", "LOGEVENT", "customAction", "$(action)"})
  void acceptsActionsInAnyCaseAndPlaceholders(String value) {
    assertThat(action(value)).isEmpty();
  }

  @Test
  void leavesAnEmptyValueToOtherRules() {
    assertThat(action("")).isEmpty();
    assertThat(tester.inSection("<monitoring><actions /></monitoring>")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == name from a policy
        <actions value="log_event" />
        > 2:17 invalid value="log_event" in <actions>; did you mean LogEvent?

        == two in one
        <actions value="Recycle, LogEvent" />
        > 2:17 invalid value="Recycle, LogEvent" in <actions>; use Recycle, LogEvent or CustomAction
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new InvalidAction());
  }

  private List<String> action(String value) {
    return tester.inSection("<monitoring><actions value='" + value + "' /></monitoring>");
  }
}
