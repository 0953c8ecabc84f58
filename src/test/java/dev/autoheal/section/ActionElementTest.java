package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionElementTest {
  @ParameterizedTest
  @ValueSource(strings = {"CustomAction", "customaction", "CUSTOMACTION"})
  void startsTheProgramOfACustomAction(String action) {
    assertThat(startsProgram(action, "<customAction exe='D:\\home\\a.exe' />")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "", "#{action}#", "CustomAction "})
  void ignoresTheProgramOfAnotherAction(String action) {
    assertThat(startsProgram(action, "<customAction exe='D:\\home\\a.exe' />")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<customAction />",
        "<customAction exe='' />",
        "<customAction exe=' ' />",
        "<customAction exe='#{exe}#' />",
        "<customAction exe='%HOME%\\#{exe}#' />",
        "<program exe='D:\\home\\a.exe' />"
      })
  void ignoresAProgramWithoutAReadableName(String program) {
    assertThat(startsProgram("CustomAction", program)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%HOME%\\a.exe", "%1%", "D:\\home\\%WEBSITE_SITE_NAME%.exe"})
  void acceptsAnEnvironmentVariableInTheName(String exe) {
    assertThat(startsProgram("CustomAction", "<customAction exe='" + exe + "' />")).isTrue();
  }

  @Test
  void acceptsAPlaceholderInTheParameters() {
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
