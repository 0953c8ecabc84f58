package dev.autoheal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.Location;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  /** Returns the excerpt of a line with the text between two pipes marked. */
  private static String marked(String line) {
    int start = line.indexOf('|');
    int end = line.indexOf('|', start + 1) - 1;
    String text = line.replace("|", "");
    return Excerpt.of(place(7, start + 1, 7, end + 1, text), AnsiColor.RED, TextStyle.PLAIN);
  }

  @Test
  void marksTheRange() {
    assertThat(marked("  <a b=\"|12|\" />"))
        .isEqualTo("    7 |   <a b=\"12\" />\n      |         ^^\n");
  }

  @Test
  void marksOneColumnForAnEmptyRange() {
    assertThat(marked("ab||")).isEqualTo("    7 | ab\n      |   ^\n");
    assertThat(marked("||ab")).isEqualTo("    7 | ab\n      | ^\n");
  }

  @Test
  void keepsTabsSoThatTheCaretsAlign() {
    assertThat(marked("\t\ta\t|b|")).isEqualTo("    7 | \t\ta\tb\n      | \t\t \t^\n");
  }

  @Test
  void countsWideCharactersTwiceAndSkipsCombiningMarks() {
    assertThat(marked("日本|語|")).isEqualTo("    7 | 日本語\n      |     ^^\n");
    assertThat(marked("😀|x|")).isEqualTo("    7 | 😀x\n      |   ^\n");
    assertThat(marked("e\u0301|x|")).isEqualTo("    7 | e\u0301x\n      |  ^\n");
  }

  @Test
  void marksTheShownWidthOfACodePoint() {
    assertThat(marked("a\u202E|b\u001B|c"))
        .isEqualTo("    7 | a<U+202E>b<U+001B>c\n      |          ^^^^^^^^^\n");
  }

  @Test
  void marksARangeOfSeveralLinesToTheEndOfTheFirst() {
    Location place = place(7, 3, 9, 2, "  <a");

    assertThat(Excerpt.of(place, AnsiColor.RED, TextStyle.PLAIN))
        .isEqualTo("    7 |   <a\n      |   ^^\n");
  }

  @Test
  void cutsALongLineAroundThePlace() {
    String excerpt = marked("x".repeat(500) + "|here|" + "y".repeat(500));

    assertThat(excerpt)
        .isEqualTo(
            "    7 | …%shere%s…\n      | %s^^^^\n"
                .formatted("x".repeat(60), "y".repeat(96), " ".repeat(61)));
    assertThat(marked("|" + "z".repeat(500) + "|"))
        .isEqualTo("    7 | %s…\n      | %s\n".formatted("z".repeat(160), "^".repeat(160)));
  }

  @Test
  void doesNotCutThroughACharacter() {
    for (int shift = 0; shift < 2; shift++) {
      String line = "a".repeat(shift) + "😀".repeat(100) + "|x|" + "😀".repeat(100);
      assertThat(marked(line)).doesNotContain("U+D83D").doesNotContain("U+DE00");
    }
  }

  @Test
  void showsNothingForAnEmptyLine() {
    assertThat(marked("  ||")).isEmpty();
    assertThat(Excerpt.of(Location.startOf("f"), AnsiColor.RED, TextStyle.PLAIN)).isEmpty();
  }

  @Test
  void colorsOnlyTheCarets() {
    Location place = place(1, 1, 1, 2, "ab");

    assertThat(Excerpt.of(place, AnsiColor.CYAN, new TextStyle(true, 80)))
        .isEqualTo("    1 | ab\n      | \u001B[36m^\u001B[0m\n");
  }

  private static Location place(int line, int column, int endLine, int endColumn, String text) {
    return new Location(
        "f",
        new Location.Position(line, column, column),
        new Location.Position(endLine, endColumn, endColumn),
        text);
  }

  @Test
  void fitsOnANarrowTerminal() {
    String line =
        "\t\t\t\t<requests count=\"1000\" timeInterval=\"00:60:00\" /><!-- a comment behind -->";
    int start = line.indexOf("00:60:00");
    String excerpt =
        Excerpt.of(
            place(7, start + 1, 7, start + 9, line),
            AnsiColor.RED,
            new TextStyle(/* color= */ false, /* columns= */ 60));

    assertThat(excerpt.lines()).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(60));
    assertThat(excerpt).contains("\"00:60:00\"").doesNotContain("\t");
    String[] lines = excerpt.split("\n", -1);
    assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf("00:60:00"));
  }
}
