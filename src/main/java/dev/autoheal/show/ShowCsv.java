package dev.autoheal.show;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Renders a row per file for spreadsheets, as RFC 4180 defines it. A cell that a spreadsheet would
 * read as a formula starts with {@code '}.
 */
final class ShowCsv {
  /**
   * The characters that start a formula. East Asian keyboards produce the wide forms, and some
   * spreadsheets accept them too.
   */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private ShowCsv() {}

  /** Returns a header line and one line per file, each ending with CRLF. */
  static String of(List<ShownFile> files) {
    StringBuilder csv =
        new StringBuilder(line("file", "app", "triggers", "action", "plan", "findings", "note"));
    for (ShownFile file : files) {
      ShowRow row = ShowRow.of(file);
      csv.append(
          line(
              row.path(),
              row.app(),
              String.join("; ", row.triggers()),
              row.action(),
              row.plan(),
              row.findings(),
              row.note()));
    }
    return csv.toString();
  }

  private static String line(String... cells) {
    return Arrays.stream(cells).map(ShowCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String harmless = isFormula(text) ? "'" + text : text;
    boolean isQuoted =
        harmless.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0)
            || !harmless.equals(harmless.strip());
    return isQuoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  private static boolean isFormula(String text) {
    String start = text.stripLeading();
    return !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
  }
}
