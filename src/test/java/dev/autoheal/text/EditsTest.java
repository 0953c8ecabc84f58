package dev.autoheal.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that edits change only their own spans. */
class EditsTest {

  @Test
  void applyInTextOrder() {
    Edits edits = Edits.of(List.of(Edit.insert(3, "!"), new Edit(new Span(0, 1), "A")));
    assertThat(edits.applyTo("abc")).isEqualTo("Abc!");
  }

  @Test
  void keepTheOrderOfInsertionsAtOnePlace() {
    Edits edits = Edits.of(List.of(Edit.insert(1, "1"), Edit.insert(1, "2"), Edit.insert(1, "3")));
    assertThat(edits.applyTo("ab")).isEqualTo("a123b");
    assertThat(edits.list()).hasSize(1);
  }

  @Test
  void mayTouch() {
    Edits edits = Edits.of(List.of(Edit.remove(new Span(1, 2)), Edit.remove(new Span(2, 3))));
    assertThat(edits.applyTo("abcd")).isEqualTo("ad");
  }

  @Test
  void mayNotOverlap() {
    assertThatThrownBy(
            () -> Edits.of(List.of(Edit.remove(new Span(0, 2)), Edit.remove(new Span(1, 3)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> Edits.of(List.of(Edit.remove(new Span(0, 3)), Edit.insert(1, "a"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countCharactersInsteadOfBytes() {
    byte[] bytes = "\uFEFF\u00E9\u4E2D\uD83D\uDE00x".getBytes(UTF_8);
    SourceFile file = SourceFile.of("web.config", bytes);
    Edits edits = Edits.of(List.of(new Edit(new Span(4, 5), "y")));
    assertThat(edits.applyTo(file)).isEqualTo("\uFEFF\u00E9\u4E2D\uD83D\uDE00y".getBytes(UTF_8));
  }

  @Test
  void neverLoseACharacter() {
    byte[] bytes = "<?xml version='1.0' encoding='windows-1252'?>".getBytes(UTF_8);
    SourceFile file = SourceFile.of("web.config", bytes);
    assertThat(file.encoding().charset()).isEqualTo(Charset.forName("windows-1252"));
    Edits edits = Edits.of(List.of(Edit.insert(0, "\u4E2D")));
    assertThatThrownBy(() -> edits.applyTo(file)).isInstanceOf(IllegalArgumentException.class);
  }
}
