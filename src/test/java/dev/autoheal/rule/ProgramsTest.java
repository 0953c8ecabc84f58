package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.section.ActionElement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {
  @ParameterizedTest
  @ValueSource(strings = {"CustomAction", "customaction", "CUSTOMACTION"})
  void programOfACustomActionIsStarted(String action) {
    assertThat(program(action, "<customAction exe='D:\\home\\a.exe' />")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "", "#{action}#", "CustomAction "})
  void programOfAnotherActionIsNot(String action) {
    assertThat(program(action, "<customAction exe='D:\\home\\a.exe' />")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<customAction />",
        "<customAction exe='' />",
        "<customAction exe=' ' />",
        "<customAction exe='%HOME%\\a.exe' />",
        "<customAction exe='#{exe}#' />",
        "<program exe='D:\\home\\a.exe' />"
      })
  void programThatIsNotNamedIsNotJudged(String program) {
    assertThat(program("CustomAction", program)).isEmpty();
  }

  @Test
  void tokenInItsParametersLeavesTheNameAsItIs() {
    assertThat(program("CustomAction", "<customAction exe='a.exe' parameters='#{x}#' />"))
        .isPresent();
  }

  @Test
  void sectionWithoutAnActionStartsNothing() {
    assertThat(Programs.in(RuleTester.section("<monitoring />"))).isEmpty();
  }

  private static Optional<ActionElement> program(String action, String program) {
    return Programs.in(
        RuleTester.section(
            "<monitoring><actions value='%s'>%s</actions></monitoring>"
                .formatted(action, program)));
  }
}
