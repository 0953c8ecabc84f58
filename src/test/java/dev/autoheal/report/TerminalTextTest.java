package dev.autoheal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "web.config",
        "tab\there",
        "é 日本 😀 ＃ \u00A0 \u3000 e\u0301",
        "# ## ### [x] ##x[ #vso[ :: a::b : :x",
        "<U+001B>"
      })
  void keepsHarmlessText(String text) {
    assertThat(TerminalText.clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'\u001B[31m', <U+001B>[31m",
    "'a\nb\rc', a<U+000A>b<U+000D>c",
    "'\u0000\u0008\u007F\u0085\u009B', <U+0000><U+0008><U+007F><U+0085><U+009B>",
    "'\u00AD\u061C\u200B\u200E', <U+00AD><U+061C><U+200B><U+200E>",
    "'\u2028\u2029\u202E\u2066\uFEFF', <U+2028><U+2029><U+202E><U+2066><U+FEFF>",
    "'\uDB40\uDC01x', <U+E0001>x",
    "'\uDB40\uDD00', <U+E0100>"
  })
  void showsControlAndFormatCharactersByTheirCodePoint(String text, String shown) {
    assertThat(TerminalText.clean(text)).isEqualTo(shown);
  }

  @Test
  void showsALoneSurrogate() {
    assertThat(TerminalText.clean("a\uD83D")).isEqualTo("a<U+D83D>");
    assertThat(TerminalText.clean("\uDE00b")).isEqualTo("<U+DE00>b");
  }

  @ParameterizedTest
  @CsvSource({
    "##[error]x, #<U+0023>[error]x",
    "a##vso[b, a#<U+0023>vso[b",
    "##VsO[, #<U+0023>VsO[",
    "###[x, ##<U+0023>[x",
    "::error::x, <U+003A>:error::x",
    "'  \t\u00A0\u3000::x', '  \t\u00A0\u3000<U+003A>:x'",
    "'\u0085::x', <U+0085>::x"
  })
  void breaksTheCommandsOfRunners(String text, String shown) {
    assertThat(TerminalText.clean(text)).isEqualTo(shown);
  }

  @Test
  void cleansPartOfALineInItsContext() {
    String line = "a ##vso[b] ::c";

    assertThat(TerminalText.clean(line, 0, 3)).isEqualTo("a #");
    assertThat(TerminalText.clean(line, 3, 7)).isEqualTo("<U+0023>vso");
    assertThat(TerminalText.clean(line, 11, line.length())).isEqualTo("::c");
  }
}
