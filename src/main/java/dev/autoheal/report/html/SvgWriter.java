package dev.autoheal.report.html;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Draws on a track as wide as the page. Horizontal positions are in percent, so that letters keep
 * their size on a phone; vertical positions are in pixels. Colors come from the style, by class.
 *
 * @param html the page that holds the drawing
 */
record SvgWriter(HtmlWriter html) {
  /** The margin in percent, so that marks at the ends are whole. */
  static final double MARGIN = 2;

  /** The width between the margins, in percent. */
  static final double WIDTH = 100 - 2 * MARGIN;

  /**
   * Starts a track.
   *
   * @param words a description of the drawing for readers who cannot see it
   * @param height the height in pixels
   */
  void open(String words, int height) {
    html.open("svg", "class", "track", "role", "img", "width", "100%", "height", "" + height);
    html.element("title", words);
  }

  /** Writes why there is no track, in its place. */
  void nothing(String why) {
    html.element("span", "not drawn: " + why, "class", "nothing");
  }

  /** Ends the track. */
  void close() {
    html.close();
  }

  /**
   * Draws a line.
   *
   * @param kind the class for the style
   */
  void line(String kind, double x1, double x2, int y1, int y2) {
    String[] ends = {"x1", percent(x1), "x2", percent(x2), "y1", "" + y1, "y2", "" + y2};
    shape("line", kind, ends);
  }

  /**
   * Draws a rectangle.
   *
   * @param kind the class for the style
   * @param x the left side, in percent
   * @param y the top side, in pixels
   */
  void box(String kind, double x, double width, int y, int height) {
    String[] views = {"x", percent(x), "width", percent(width), "y", "" + y, "height", "" + height};
    shape("rect", kind, views);
  }

  /**
   * Draws a circle with a radius of 6 pixels.
   *
   * @param kind the class for the style
   * @param x the center, in percent
   * @param y the center, in pixels
   */
  void dot(String kind, double x, int y) {
    shape("circle", kind, "cx", percent(x), "cy", "" + y, "r", "6");
  }

  /**
   * Draws a diamond that is 14 pixels wide and high.
   *
   * @param kind the class for the style
   * @param x the center, in percent
   * @param y the center, in pixels
   */
  void diamond(String kind, double x, int y) {
    html.open("svg", "x", percent(x), "y", "" + y, "overflow", "visible");
    shape("path", kind, "d", "M0-7 7 0 0 7-7 0Z");
    html.close();
  }

  /** Writes words that start to the right of a mark. */
  void right(String text, String kind, double x, int y) {
    label(text, kind, "start", x, 11, y);
  }

  /** Writes words that end to the left of a mark. */
  void left(String text, String kind, double x, int y) {
    label(text, kind, "end", x, -11, y);
  }

  /** Writes words centered above or below a place. */
  void middle(String text, String kind, double x, int y) {
    label(text, kind, "middle", x, 0, y);
  }

  /** Writes words that end at the end of the track. */
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
