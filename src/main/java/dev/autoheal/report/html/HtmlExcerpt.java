package dev.autoheal.report.html;

import dev.autoheal.report.Excerpt;
import dev.autoheal.text.Location;

/** Writes the source line of a place, with the place marked. */
final class HtmlExcerpt {
  private static final int WINDOW = 240;
  private static final int BEFORE = 100;

  private HtmlExcerpt() {}

  /**
   * Writes the line, or nothing if there is no text to show. A line of more than 240 characters is
   * cut to the part around the place.
   */
  static void write(Location location, HtmlWriter html) {
    String line = location.sourceLine();
    if (line.isBlank()) {
      return;
    }
    int start = Math.min(location.column() - 1, line.length());
    int end = location.endLine() == location.line() ? location.endColumn() - 1 : line.length();
    int first = line.length() > WINDOW ? Math.max(0, start - BEFORE) : 0;
    int from = Excerpt.boundary(line, first);
    int until = Excerpt.boundary(line, Math.min(line.length(), from + WINDOW));
    int to = Math.max(start, Math.min(end, until));
    html.open("pre", "class", "excerpt", "data-line", Integer.toString(location.line()));
    html.text((from > 0 ? "…" : "") + line.substring(from, start).stripLeading());
    html.element("mark", line.substring(start, to));
    html.text(line.substring(to, until) + (until < line.length() ? "…" : "")).close();
  }
}
