package dev.autoheal.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds Markdown that is never longer than a comment on GitHub may be. It takes as many table rows
 * or blocks as fit, and states how many there are.
 */
final class MarkdownPage {
  /** The limit of a page in UTF-16 units; GitHub accepts 65,536 characters. */
  private static final int LONGEST = 60_000;

  /** The units that stay free for the titles and the counts of all parts. */
  private static final int RESERVE = 2_000;

  private final StringBuilder text = new StringBuilder();

  /** Adds a short part that is always present. */
  void add(String part) {
    text.append(part);
  }

  /**
   * Adds a title and a table, or nothing if there are no rows.
   *
   * @param columns the column heads
   * @param rows the rows, each with its line break
   */
  void table(String title, List<String> columns, List<String> rows) {
    String head =
        columns.stream().collect(Collectors.joining(" | ", "| ", " |\n"))
            + "|---".repeat(columns.size())
            + "|\n";
    // A table takes at most half of the room, so that it never displaces all later parts.
    fill(title, head, rows, room() / 2);
  }

  /**
   * Adds a title and blocks as the last part of a page, or nothing if there are no blocks.
   *
   * @param blocks the blocks, each with its line break
   */
  void blocks(String title, List<String> blocks) {
    fill(title, "", blocks.stream().map(block -> block + "\n").toList(), room());
  }

  /** Returns the page, which ends with exactly one line break. */
  String text() {
    return text.toString().stripTrailing() + "\n";
  }

  private int room() {
    return LONGEST - RESERVE - text.length();
  }

  private void fill(String title, String head, List<String> items, int room) {
    if (items.isEmpty()) {
      return;
    }
    int shown = 0;
    int used = 0;
    while (shown < items.size() && used + items.get(shown).length() <= room) {
      used += items.get(shown).length();
      shown++;
    }
    text.append("\n#### ").append(title).append("\n\n");
    if (shown > 0) {
      text.append(head);
      items.subList(0, shown).forEach(text::append);
    }
    if (shown < items.size()) {
      text.append(
          "\nShowing %d of %d; the others do not fit into a comment.\n"
              .formatted(shown, items.size()));
    }
  }
}
