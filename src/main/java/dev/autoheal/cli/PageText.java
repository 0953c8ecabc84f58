package dev.autoheal.cli;

import dev.autoheal.report.AnsiColor;
import dev.autoheal.report.TerminalText;
import dev.autoheal.report.TextStyle;
import dev.autoheal.report.WordWrap;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the Markdown of a rule page for a terminal: paragraphs wrapped at words, code indented.
 */
final class PageText {
  private static final int WIDTH = 80;

  private final TextStyle style;
  private final StringBuilder page = new StringBuilder();
  private final List<String> paragraph = new ArrayList<>();

  /** Creates a renderer. */
  PageText(TextStyle style) {
    this.style = style;
  }

  /** Returns the text of a page. */
  String of(String markdown) {
    boolean isCode = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        isCode = !isCode;
      } else if (isCode) {
        page.append("    ").append(TerminalText.clean(line)).append('\n');
      } else if (line.startsWith("#")) {
        page.append(AnsiColor.BOLD.on(line.replaceFirst("#+ ", ""), style.color())).append('\n');
      } else if (line.isBlank()) {
        flush();
        page.append('\n');
      } else {
        if (line.startsWith("- ")) {
          flush();
        }
        paragraph.add(line.strip());
      }
    }
    flush();
    return page.toString();
  }

  private void flush() {
    if (!paragraph.isEmpty()) {
      String text = String.join(" ", paragraph).replace("**", "");
      int width = Math.min(WIDTH, style.columns());
      WordWrap.lines(text, width, text.startsWith("- ") ? "  " : "")
          .forEach(line -> page.append(TerminalText.clean(line)).append('\n'));
      paragraph.clear();
    }
  }
}
