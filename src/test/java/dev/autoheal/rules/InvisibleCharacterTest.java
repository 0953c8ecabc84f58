package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharacterTest {
  private final RuleTester tester = new RuleTester(new InvisibleCharacter());

  @Test
  void reportsAZeroWidthCharacterInAValue() {
    assertThat(exe("D:\\a\u200B.exe"))
        .containsExactly("2:45 unexpected U+200B (zero width space) in exe; remove it");
  }

  @Test
  void reportsANoBreakSpace() {
    assertThat(exe("a\u00A0b"))
        .containsExactly("2:42 unexpected U+00A0 (no-break space) in exe; use a plain space");
  }

  @Test
  void reportsOneValueOnce() {
    assertThat(exe("\u00A0a\u00A0b\u202E")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u007F",
        "\u00A0",
        "\u00AD",
        "\u0085",
        "\u2028",
        "\u3164",
        "\uFEFF",
        "\uDB40\uDC41"
      })
  void reportsInvisibleCharactersAndUnusualSpaces(String character) {
    assertThat(exe("a" + character)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\tb", "é", "程序", "&#x200B;", "\uD83D\uDE00"})
  void acceptsVisibleCharacters(String value) {
    assertThat(exe(value)).isEmpty();
  }

  @Test
  void reportsACommentThatReversesText() {
    assertThat(comment("a \u202E b"))
        .containsExactly("2:20 unexpected U+202E (right-to-left override) in a comment; remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attention\u00A0: lent", "می\u200Cشود", "\uD83D\uDC68\u200D\uD83D\uDC69"})
  void acceptsProseInComments(String prose) {
    assertThat(comment(prose)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u200Db", "a\u200Cش", "ش\u200Ca"})
  void reportsAJoinerNextToALatinLetter(String prose) {
    assertThat(comment(prose)).hasSize(1);
  }

  @Test
  void leavesAnUnreadableValueToOtherRules() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='800000\u200B' />")).isEmpty();
  }

  @Test
  void ignoresTheRestOfTheFile() {
    tester.findsNothing("\uFEFF<configuration><!-- \u202E --><a b='\u200B' /></configuration>");
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == as a reference is fine
        <actions value="CustomAction">
          <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe&#x200B;" parameters="-CollectKillAnalyze" />
        </actions>

        == byte order mark in a value
        <actions value="Recycle" lockItem="\uFEFFfalse" />
        > 2:36 unexpected U+FEFF (zero width no-break space) in lockItem; remove it

        == french comment is fine
        <!-- attention\u00A0: mémoire 👨\u200D💻 -->
        <memory privateBytesInKB="800000" />

        == no break space in parameters
        <actions value="CustomAction">
          <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze\u00A0&quot;Memory\u00A0Dump&quot;" />
        </actions>
        > 3:92 unexpected U+00A0 (no-break space) in parameters; use a plain space

        == outside of the section is fine
        <configuration>
          <system.webServer>
            <!-- \u202E -->
            <handlers accessPolicy="Read\u200B" />
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new InvisibleCharacter());
  }

  private List<String> exe(String value) {
    return tester.inSection(
        "<monitoring><actions><customAction exe='" + value + "' /></actions></monitoring>");
  }

  private List<String> comment(String prose) {
    return tester.inSection("<monitoring><!-- " + prose + " --></monitoring>");
  }
}
