package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table as defined by RFC 4180, and finds cells that a spreadsheet would evaluate. */
final class Csv {
  /** A cell and its separator. Group 2 is the text of a quoted cell, group 3 of a plain one. */
  private static final Pattern CELL =
      Pattern.compile("\\G(\"((?:[^\"]|\"\")*)\"|([^\",\r\n]*))(,|\r\n)");

  /** A cell that starts like a formula according to OWASP, or with a full-width form of it. */
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r\n＝＋－＠].*");

  private Csv() {}

  /** Returns the rows. Fails if their lengths differ or if a cell would be a formula. */
  static List<List<String>> examined(String csv) {
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher cell = CELL.matcher(csv);
    int end = 0;
    while (end < csv.length() && cell.find()) {
      String quoted = cell.group(2);
      rows.get(rows.size() - 1).add(quoted == null ? cell.group(3) : quoted.replace("\"\"", "\""));
      if (cell.group(4).length() > 1) {
        rows.add(new ArrayList<>());
      }
      end = cell.end();
    }
    assertThat(csv.substring(end)).isEmpty();
    assertThat(rows.remove(rows.size() - 1)).isEmpty();
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row)
                    .noneMatch(text -> FORMULA.matcher(text).matches())
                    .noneMatch(text -> FORMULA.matcher(text.strip()).matches()));
    return rows;
  }
}
