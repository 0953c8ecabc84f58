package dev.autoheal.show;

import dev.autoheal.report.MarkdownText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Renders files as a table for GitHub and Azure DevOps. */
final class ShowMarkdown {
  private ShowMarkdown() {}

  /** Returns a table with one row per file. */
  static String of(List<ShownFile> files) {
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
        .map(MarkdownText::harmless)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
