package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTest {
  @Test
  void valueIsSaidAsItStands() {
    assertThat(Seen.of("800 MB")).isEqualTo("800 MB");
    assertThat(Seen.of("x".repeat(60))).hasSize(60);
  }

  @Test
  void longValueIsCutBetweenLetters() {
    assertThat(Seen.of("😀".repeat(61))).isEqualTo("😀".repeat(60) + "…");
  }

  @Test
  void blankAtTheEdgeIsShownByQuotes() {
    assertThat(Seen.of(" 5")).isEqualTo("\" 5\"");
    assertThat(Seen.of("5\u00A0")).isEqualTo("\"5\u00A0\"");
  }

  @Test
  void nothingIsSaidInWords() {
    assertThat(Seen.of("")).isEqualTo("an empty value");
  }
}
