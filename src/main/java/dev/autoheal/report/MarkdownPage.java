package dev.autoheal.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Markdown that is never longer than a comment of GitHub may be: of a table or of blocks it takes
 * as many as fit, and says how many there are.
 */
final class MarkdownPage {
  /** In UTF-16 units; GitHub takes 65,536 characters. */
  private static final int LONGEST = 60_000;

  /** Kept free for the titles and the counts of all parts. */
  private static final int RESERVE = 2_000;

  private final StringBuilder text = new StringBuilder();

  /** A part that is always there, and short. */
  void add(String part) {
    text.append(part);
  }

  /**
   * A title and a table; nothing when there are no rows.
   *
   * @param rows each with its line break
   */
  void table(String title, List<String> columns, List<String> rows) {
    String head =
        columns.stream().collect(Collectors.joining(" | ", "| ", " |\n"))
            + "|---".repeat(columns.size())
            + "|\n";
    // Half of what is left, so that a long table keeps no other part out.
    fill(title, head, rows, room() / 2);
  }

  /**
   * A title and blocks, the last part of a page; nothing when there are none.
   *
   * @param blocks each with its line break
   */
  void blocks(String title, List<String> blocks) {
    fill(title, "", blocks.stream().map(block -> block + "\n").toList(), room());
  }

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
          "\nshowing %d of %d, a comment has no room for more\n".formatted(shown, items.size()));
    }
  }
}
