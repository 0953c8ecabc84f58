package dev.autoheal.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table as GitHub and Azure DevOps show it. */
final class ShowMarkdown {
  /** Of all signs that Markdown or HTML could give a meaning these have none inside a cell. */
  private static final String PLAIN = " ,.-/;()%";

  private ShowMarkdown() {}

  static String of(List<Shown> files) {
    return line("file", "app", "triggers", "action", "plan", "findings")
        + "|---|---|---|---|---|---|\n"
        + files.stream().map(ShowRow::of).map(ShowMarkdown::row).collect(Collectors.joining());
  }

  private static String row(ShowRow row) {
    String triggers = String.join("; ", row.triggers());
    boolean isBoth = !triggers.isEmpty() && !row.note().isEmpty();
    return line(
        row.path(),
        row.app(),
        triggers + (isBoth ? "; " : "") + row.note(),
        row.action(),
        row.plan(),
        row.findings());
  }

  private static String line(String... cells) {
    return Arrays.stream(cells)
        .map(ShowMarkdown::harmless)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Text as text: no mark-up, no HTML, no link, nobody is mentioned. */
  private static String harmless(String text) {
    StringBuilder harmless = new StringBuilder();
    boolean mayLink = text.toLowerCase(Locale.ROOT).contains("www.");
    text.codePoints()
        .forEach(
            c -> {
              boolean isPlain = c > 0x7F || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
              if (isPlain && !(mayLink && c == '.')) {
                harmless.appendCodePoint(c);
              } else {
                harmless.append("&#").append(c).append(';').append(c == '@' ? "&#8203;" : "");
              }
            });
    return harmless.toString();
  }
}
