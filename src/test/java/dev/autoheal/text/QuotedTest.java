package dev.autoheal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void marksTextFromAFile() {
    assertThat(Quoted.element("requests")).isEqualTo("<requests>");
    assertThat(Quoted.attribute("count", "ten")).isEqualTo("count=\"ten\"");
    assertThat(Quoted.literal("ten")).isEqualTo("'ten'");
    assertThat(Quoted.literal("")).isEqualTo("''");
  }

  @Test
  void shortensLongTextBetweenCodePoints() {
    assertThat(Quoted.literal("😀".repeat(40))).isEqualTo("'" + "😀".repeat(40) + "'");
    assertThat(Quoted.literal("😀".repeat(41))).isEqualTo("'" + "😀".repeat(40) + "…'");
  }
}
