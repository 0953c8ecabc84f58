package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionPathTest {
  private static final String RELATIVE =
      "3:20 exe=\"%s\" is relative to an undocumented folder; use an absolute path";
  private static final String LOCAL =
      "3:20 exe=\"%s\" is in temporary storage; move the program below D:\\home";

  private final RuleTester tester = new RuleTester(new CustomActionPath());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dump.exe",
        "tools\\dump.exe",
        "./dump.exe",
        "..\\dump.exe",
        "local\\dump.exe",
        "D:dump.exe",
        "DD:\\dump.exe",
        "8:\\dump.exe",
        "http:dump.exe",
        "100%"
      })
  void reportsARelativePath(String exe) {
    assertThat(program(exe)).containsExactly(RELATIVE.formatted(exe));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D:\\local\\Temp\\dump.exe",
        "d:/LOCAL/dump.exe",
        "C:\\local\\dump.exe",
        "\\local\\dump.exe",
        "D:\\local"
      })
  void reportsAPathBelowLocal(String exe) {
    assertThat(program(exe)).containsExactly(LOCAL.formatted(exe));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D:\\home\\dump.exe",
        "d:/home/dump.exe",
        "C:\\home\\local\\dump.exe",
        "D:\\locals\\dump.exe",
        "D:\\local.exe",
        "\\home\\dump.exe",
        "/home/dump.exe",
        "\\\\share\\dump.exe",
        "\\\\local\\dump.exe",
        "HTTPS://tools.example/dump.exe"
      })
  void acceptsAnAbsolutePath(String exe) {
    assertThat(program(exe)).isEmpty();
  }

  @Test
  void ignoresSpacesAroundAPath() {
    assertThat(program(" D:\\home\\dump.exe ")).isEmpty();
    assertThat(program(" dump.exe")).containsExactly(RELATIVE.formatted(" dump.exe"));
  }

  @Test
  void ignoresQuotesAroundAPath() {
    assertThat(program("&quot;D:\\home\\my tools\\dump.exe&quot;")).isEmpty();
    assertThat(program("&quot;D:\\local\\dump.exe&quot;")).hasSize(1);
    assertThat(program("&quot;dump.exe&quot;")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%HOME%\\dump.exe",
        "&quot;%HOME%\\dump.exe&quot;",
        "%ProgramFiles(x86)%/dump.exe",
        "#{exe}#",
        "$(Tools)\\dump.exe",
        "",
        " "
      })
  void skipsAPathWithAPlaceholder(String exe) {
    assertThat(program(exe)).isEmpty();
  }

  @Test
  void redactsASecretInAPath() {
    assertThat(program("tools/dump.exe?sig=abcdefgh"))
        .containsExactly(RELATIVE.formatted("tools/dump.exe?sig=********"));
  }

  @Test
  void leavesAProgramThatNeverStartsToOtherRules() {
    assertThat(action("Recycle", "<customAction exe='dump.exe' />")).isEmpty();
    assertThat(action("CustomAction", "<customAction />")).isEmpty();
    assertThat(action("CustomAction", "")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == home is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\local\\dump.exe" parameters="-x" />
          </actions>
        </monitoring>

        == path below local
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\local\\Temp\\dump.exe" parameters="-x" />
          </actions>
        </monitoring>
        > 7:24 exe="D:\\local\\Temp\\dump.exe" is in temporary storage; move the program below D:\\home

        == name alone
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="dump.exe" parameters="-x" />
          </actions>
        </monitoring>
        > 7:24 exe="dump.exe" is relative to an undocumented folder; use an absolute path

        == relative
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="tools\\dump.exe" parameters="-x" />
          </actions>
        </monitoring>
        > 7:24 exe="tools\\dump.exe" is relative to an undocumented folder; use an absolute path

        == share is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="\\\\server\\local\\dump.exe" parameters="-x" />
          </actions>
        </monitoring>

        == variable is not checked
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="%HOME%\\dump.exe" parameters="-x" />
          </actions>
        </monitoring>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new CustomActionPath());
  }

  private List<String> program(String exe) {
    return action("CustomAction", "<customAction exe='" + exe + "' />");
  }

  private List<String> action(String value, String program) {
    return tester.inSection(
        "<monitoring><actions value='%s'>\n%s</actions></monitoring>".formatted(value, program));
  }
}
