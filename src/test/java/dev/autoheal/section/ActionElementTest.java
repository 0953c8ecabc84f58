package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionElementTest {
  @ParameterizedTest
  @ValueSource(strings = {"CustomAction", "customaction", "CUSTOMACTION"})
  void programOfACustomActionIsStarted(String action) {
    assertThat(startsProgram(action, "<customAction exe='D:\\home\\a.exe' />")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "", "#{action}#", "CustomAction "})
  void programOfAnotherActionIsNot(String action) {
    assertThat(startsProgram(action, "<customAction exe='D:\\home\\a.exe' />")).isFalse();
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
    assertThat(startsProgram("CustomAction", program)).isFalse();
  }

  @Test
  void tokenInItsParametersLeavesTheNameAsItIs() {
    assertThat(startsProgram("CustomAction", "<customAction exe='a.exe' parameters='#{x}#' />"))
        .isTrue();
  }

  private static boolean startsProgram(String action, String program) {
    return TestSection.of(
            "<monitoring><actions value='%s'>%s</actions></monitoring>".formatted(action, program))
        .action()
        .orElseThrow()
        .startsNamedProgram();
  }
}
