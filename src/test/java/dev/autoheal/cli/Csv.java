package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table as RFC 4180 has it, and as a spreadsheet takes its cells. */
final class Csv {
  /** A cell and what ends it; the second group is a cell in quotes, the third one without. */
  private static final Pattern CELL =
      Pattern.compile("\\G(\"((?:[^\"]|\"\")*)\"|([^\",\r\n]*))(,|\r\n)");

  /** What OWASP calls the start of a formula, with its wide forms. */
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r\n＝＋－＠].*");

  private Csv() {}

  /** The rows; fails when they are not as long as the first, or a cell would be a formula. */
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
