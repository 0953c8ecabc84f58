package dev.autoheal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SideBySideDiffTest {
  /** Returns a line for each row, with changes in brackets. */
  private static List<String> rows(String before, String after) {
    return SideBySideDiff.of(before.lines().toList(), after.lines().toList()).stream()
        .flatMap(List::stream)
        .map(row -> words(row.before()) + " | " + words(row.after()))
        .toList();
  }

  private static String words(Optional<SideBySideDiff.Line> line) {
    return line.stream()
        .flatMap(present -> present.parts().stream())
        .map(part -> part.isChanged() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }

  @Test
  void isEmptyForEqualTexts() {
    assertThat(rows("a\nb", "a\nb")).isEmpty();
    assertThat(rows("", "")).isEmpty();
  }

  @Test
  void marksTheChangedValuesOfALine() {
    assertThat(rows("<a b=\"1\" c='2' />", "<a b=\"10\" c='2' d=\"3\" />"))
        .containsExactly("<a b=[\"1\"] c='2' /> | <a b=[\"10\"] c='2'[ d=\"3\"] />");
  }

  @Test
  void pairsAddedAndRemovedLinesWithNothing() {
    assertThat(rows("a\nx\nb", "a\nb\ny")).containsExactly("a | a", "[x] | ", "b | b", " | [y]");
    assertThat(rows("", "a")).containsExactly(" | [a]");
    assertThat(rows("a", "")).containsExactly("[a] | ");
  }

  @Test
  void keepsThreeLinesAroundEachChange() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\na\n";

    assertThat(rows(before, "0\n" + before + "b\n"))
        .containsExactly(" | [0]", "1 | 1", "2 | 2", "3 | 3", "8 | 8", "9 | 9", "a | a", " | [b]");
  }

  @Test
  void comparesManyLines() {
    String lines = String.join("\n", Collections.nCopies(1_000, "<add a=\"1\" b=\"2\" />"));

    assertThat(rows(lines, lines.replace("1", "3"))).hasSize(2_000);
    assertThat(rows(lines + "\nx", lines)).isEmpty();
  }
}
