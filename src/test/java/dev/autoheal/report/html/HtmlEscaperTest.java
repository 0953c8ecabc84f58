package dev.autoheal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEscaperTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "a b, a b",
        "<b>, &#60;b&#62;",
        "&lt;, &#38;lt;",
        "\"', &#34;&#39;",
        "##[x], &#35;#[x]",
        "::error::x, &#58;:error&#58;:x",
        "00:10:00, 00:10:00",
        "|\u202E|, &lt;U+202E&gt;",
        "|\u0000|, &lt;U+0000&gt;",
        "\uD83D, &lt;U+D83D&gt;",
        "\uD83D\uDE00, \uD83D\uDE00",
      })
  void showsTextAsText(String text, String html) {
    assertThat(HtmlEscaper.escape(text)).isEqualTo(html);
  }
}
