package dev.autoheal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void valueIsSaidAsItStands() {
    assertThat(Quoted.of("800 MB")).isEqualTo("800 MB");
    assertThat(Quoted.of("x".repeat(60))).hasSize(60);
  }

  @Test
  void longValueIsCutBetweenLetters() {
    assertThat(Quoted.of("😀".repeat(61))).isEqualTo("😀".repeat(60) + "…");
  }

  @Test
  void blankAtTheEdgeIsShownByQuotes() {
    assertThat(Quoted.of(" 5")).isEqualTo("\" 5\"");
    assertThat(Quoted.of("5\u00A0")).isEqualTo("\"5\u00A0\"");
  }

  @Test
  void nothingIsSaidInWords() {
    assertThat(Quoted.of("")).isEqualTo("an empty value");
  }

  @Test
  void marksTellWhatComesFromAFile() {
    assertThat(Quoted.element("requests")).isEqualTo("<requests>");
    assertThat(Quoted.attribute("count", "ten")).isEqualTo("count=\"ten\"");
    assertThat(Quoted.literal("ten")).isEqualTo("'ten'");
    assertThat(Quoted.literal("")).isEqualTo("''");
  }
}
