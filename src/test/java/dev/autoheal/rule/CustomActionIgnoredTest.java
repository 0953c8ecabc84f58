package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionIgnoredTest {
  private static final String PROGRAM = "\n<customAction exe='D:\\home\\a.exe' />";

  private final RuleTester tester = new RuleTester(new CustomActionIgnored());

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "logevent", "RECYCLE"})
  void programBesideAnActionThatDoesNotStartItIsFound(String action) {
    assertThat(action(action, PROGRAM))
        .containsExactly(
            "3:1 the action is "
                + action
                + ", so this program never runs: write value=\"CustomAction\" on actions to run it,"
                + " or remove it");
  }

  @Test
  void programWithoutANameIsFoundAsWell() {
    assertThat(action("Recycle", "<customAction />")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CustomAction", "customaction", "CUSTOMACTION"})
  void actionThatStartsTheProgramIsFine(String action) {
    assertThat(action(action, PROGRAM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Restart", "Recycle ", "#{action}#"})
  void actionThatOtherRulesJudgeIsNot(String action) {
    assertThat(action(action, PROGRAM)).isEmpty();
  }

  @Test
  void withoutAProgramThereIsNothingToSay() {
    assertThat(action("Recycle", "")).isEmpty();
    assertThat(action("Recycle", "<customActions exe='a' />")).isEmpty();
    assertThat(tester.inSection("<monitoring><actions>" + PROGRAM + "</actions></monitoring>"))
        .isEmpty();
    assertThat(tester.inSection("<monitoring />")).isEmpty();
  }

  @Test
  void whatThePolicyWantsToGoIsTheFindingOfDrift() {
    String section =
        "<configuration><system.webServer><monitoring><triggers><requests count='5'"
            + " timeInterval='00:10:00' /></triggers><actions value='Recycle'>"
            + PROGRAM
            + "</actions></monitoring></system.webServer></configuration>";
    tester.findsNothing(section, policy("action: recycle"));
    assertThat(tester.findings(section, policy("triggers: { requests: none }"))).hasSize(1);
  }

  private List<String> action(String value, String program) {
    return tester.inSection(
        "<monitoring><actions value='%s'>%s</actions></monitoring>".formatted(value, program));
  }

  private static String policy(String asked) {
    return """
        version: 1
        apps:
          - name: app
            files: [web.config]
            %s
        """
        .formatted(asked);
  }
}
