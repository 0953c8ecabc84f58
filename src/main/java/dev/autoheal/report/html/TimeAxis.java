package dev.autoheal.report.html;

import dev.autoheal.section.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Draws times from a hundredth of a second to a day on a logarithmic scale, which is the same on
 * every page.
 */
final class TimeAxis {
  private static final double SHORTEST = 0.01;
  private static final double LONGEST = 86_400;
  private static final double[] TICKS = {0.1, 1, 10, 60, 600, 3_600, 86_400};
  private static final MathContext DIGITS = new MathContext(2);

  private TimeAxis() {}

  /**
   * Returns the position of a time on the track, in percent. A time off the scale is at its end.
   */
  static double at(double seconds) {
    double time = Math.min(LONGEST, Math.max(SHORTEST, seconds));
    return SvgWriter.MARGIN
        + SvgWriter.WIDTH * Math.log(time / SHORTEST) / Math.log(LONGEST / SHORTEST);
  }

  /** Writes the labels of the times, which go above the tracks. */
  static void axis(HtmlWriter html) {
    html.open("svg", "class", "axis", "width", "100%", "height", "20", "aria-hidden", "true");
    SvgWriter svg = new SvgWriter(html);
    for (double tick : TICKS) {
      if (tick == LONGEST) {
        svg.last(words(tick), "tick", 10);
      } else {
        svg.middle(words(tick), "tick", at(tick), 10);
      }
    }
    html.close();
  }

  /** Draws a line through a track at each of those times. */
  static void grid(SvgWriter svg, int height) {
    for (double tick : TICKS) {
      svg.line("grid", at(tick), at(tick), 0, height);
    }
  }

  /** Returns a time in words; below a minute, with two significant digits. */
  static String words(double seconds) {
    return seconds < 60
        ? BigDecimal.valueOf(seconds).round(DIGITS).stripTrailingZeros().toPlainString() + " s"
        : TimeSpan.words(Math.round(seconds));
  }
}
