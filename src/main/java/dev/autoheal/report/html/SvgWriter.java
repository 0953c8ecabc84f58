package dev.autoheal.report.html;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Drawing on a track as wide as the page: places across are percentages, so that letters keep their
 * size on a phone; places down are pixels. Colours come from the style, by class.
 */
record SvgWriter(HtmlWriter html) {
  /** In percent, so that marks at the ends are whole. */
  static final double MARGIN = 2;

  /** What lies between the margins. */
  static final double WIDTH = 100 - 2 * MARGIN;

  /**
   * Starts a track.
   *
   * @param words what is drawn, for who cannot see it
   */
  void open(String words, int height) {
    html.open("svg", "class", "track", "role", "img", "width", "100%", "height", "" + height);
    html.element("title", words);
  }

  /** In place of a track: why there is none. */
  void nothing(String why) {
    html.element("span", "not drawn: " + why, "class", "nothing");
  }

  void close() {
    html.close();
  }

  void line(String kind, double x1, double x2, int y1, int y2) {
    String[] ends = {"x1", percent(x1), "x2", percent(x2), "y1", "" + y1, "y2", "" + y2};
    shape("line", kind, ends);
  }

  void box(String kind, double x, double width, int y, int height) {
    String[] sides = {"x", percent(x), "width", percent(width), "y", "" + y, "height", "" + height};
    shape("rect", kind, sides);
  }

  void dot(String kind, double x, int y) {
    shape("circle", kind, "cx", percent(x), "cy", "" + y, "r", "6");
  }

  void diamond(String kind, double x, int y) {
    html.open("svg", "x", percent(x), "y", "" + y, "overflow", "visible");
    shape("path", kind, "d", "M0-7 7 0 0 7-7 0Z");
    html.close();
  }

  /** Words that start right of a mark. */
  void right(String text, String kind, double x, int y) {
    label(text, kind, "start", x, 11, y);
  }

  /** Words that end left of a mark. */
  void left(String text, String kind, double x, int y) {
    label(text, kind, "end", x, -11, y);
  }

  /** Words above or below a place. */
  void middle(String text, String kind, double x, int y) {
    label(text, kind, "middle", x, 0, y);
  }

  /** Words that end where the track does. */
  void last(String text, String kind, int y) {
    label(text, kind, "end", 100, 0, y);
  }

  private void label(String text, String kind, String anchor, double x, int dx, int y) {
    String[] place = {"x", percent(x), "dx", "" + dx, "y", "" + (y + 4), "text-anchor", anchor};
    open("text", kind, place);
    html.text(text).close();
  }

  private void shape(String element, String kind, String... attributes) {
    open(element, kind, attributes);
    html.close();
  }

  private void open(String element, String kind, String... attributes) {
    html.open(
        element,
        Stream.concat(Stream.of("class", kind), Stream.of(attributes)).toArray(String[]::new));
  }

  private static String percent(double number) {
    return String.format(Locale.ROOT, "%.2f%%", number);
  }
}
