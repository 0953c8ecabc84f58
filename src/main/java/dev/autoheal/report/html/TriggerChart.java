package dev.autoheal.report.html;

import dev.autoheal.lint.SectionViews.Ending;
import dev.autoheal.lint.SectionViews.TriggerView;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a trigger that counts events in a window of time. A bar runs from the time between events
 * at the required rate to the window itself. The fewer events it takes, the shorter the bar; a
 * single event is a dot.
 */
final class TriggerChart {
  /** The position in percent that a mark must exceed to leave room for words on its left. */
  private static final double NEAR = 26;

  /** The position in percent from which a mark leaves no room for words on its right. */
  private static final double FAR = 80;

  /** The height of a lane in pixels. */
  private static final int LANE = 22;

  private final TriggerRow row;
  private final Ending ending;
  private final SvgWriter svg;

  /**
   * Creates the chart of a trigger.
   *
   * @param ending what ends a request first
   */
  TriggerChart(TriggerRow row, Ending ending, HtmlWriter html) {
    this.row = row;
    this.ending = ending;
    this.svg = new SvgWriter(html);
  }

  /** Draws the chart, or writes why there is none. */
  void draw() {
    List<TriggerView> lanes = row.lanes(TriggerChart::isWindow);
    if (lanes.isEmpty() && row.lanes(TriggerChart::isTaken).isEmpty()) {
      svg.nothing("a value is missing or cannot be read");
    } else {
      draw(lanes);
    }
  }

  private void draw(List<TriggerView> lanes) {
    List<TriggerView> taken = isSlow() ? row.lanes(TriggerChart::isTaken) : List.of();
    int height = LANE * (lanes.size() + taken.size() + (isSlow() ? 1 : 0)) + 8;
    svg.open(words(), height);
    TimeAxis.grid(svg, height);
    int y = LANE / 2 + 4;
    for (TriggerView lane : lanes) {
      window(lane, y);
      y += LANE;
    }
    if (isSlow()) {
      ending(y - LANE / 2, height);
      for (TriggerView lane : taken) {
        taken(lane, y);
        y += LANE;
      }
    }
    svg.close();
  }

  private boolean isSlow() {
    return row.known().trigger() == Trigger.SLOW_REQUESTS;
  }

  private static boolean isWindow(TriggerView trigger) {
    return value(trigger, Attribute.COUNT) > 0 && value(trigger, Attribute.TIME_INTERVAL) > 0;
  }

  private static boolean isTaken(TriggerView trigger) {
    return value(trigger, Attribute.TIME_TAKEN) > 0;
  }

  private static long value(TriggerView trigger, Attribute attribute) {
    return trigger.values().getOrDefault(attribute, 0L);
  }

  private static double at(TriggerView trigger, Attribute attribute) {
    return TimeAxis.at((double) value(trigger, attribute));
  }

  private void window(TriggerView lane, int y) {
    String ghost = ghost(lane);
    double start = TimeAxis.at(pace(lane));
    double end = at(lane, Attribute.TIME_INTERVAL);
    if (start < end) {
      svg.line("bar" + ghost, start, end, y, y);
      svg.line("pace" + ghost, start, start, y - 6, y + 6);
      if (start > NEAR) {
        svg.left("1 per " + TimeAxis.words(pace(lane)), "word" + ghost, start, y);
      }
    }
    svg.dot("window" + ghost, end, y);
    if (end < FAR) {
      String interval = TimeSpan.words(value(lane, Attribute.TIME_INTERVAL));
      svg.right(value(lane, Attribute.COUNT) + " in " + interval, "word" + ghost, end, y);
    }
  }

  /** Draws the limit, with its words in a separate lane below the marks. */
  private void ending(int top, int bottom) {
    double limit = TimeAxis.at((double) ending.seconds());
    svg.box("beyond", limit, 100 - limit, top, bottom - top);
    svg.line("limit", limit, limit, top, bottom);
    svg.right(ending("%s: %s"), "word limited", limit, bottom - LANE / 2);
  }

  private String ending(String words) {
    String time = TimeSpan.words(ending.seconds());
    boolean isFrontEnd = ending.seconds() == RequestLimits.FRONT_END;
    return words.formatted(
        ending.name(), isFrontEnd ? "about " + RequestLimits.FRONT_END + " s" : time);
  }

  /** Draws the time taken in a separate lane, to compare it with the limit that ends a request. */
  private void taken(TriggerView lane, int y) {
    double x = at(lane, Attribute.TIME_TAKEN);
    boolean isOver = value(lane, Attribute.TIME_TAKEN) >= ending.seconds();
    svg.diamond((isOver ? "taken over" : "taken") + ghost(lane), x, y);
    String words = "slower than " + TimeSpan.words(value(lane, Attribute.TIME_TAKEN));
    if (x > NEAR) {
      svg.left(words, "word" + ghost(lane), x, y);
    } else {
      svg.right(words, "word" + ghost(lane), x, y);
    }
  }

  private String ghost(TriggerView lane) {
    return row.isGhost(lane) ? " ghost" : "";
  }

  /** Returns the seconds between events if the required number just fills the window. */
  private static double pace(TriggerView trigger) {
    return (double) value(trigger, Attribute.TIME_INTERVAL) / value(trigger, Attribute.COUNT);
  }

  /** Describes the drawing for readers who cannot see it. */
  private String words() {
    List<String> words = new ArrayList<>();
    row.ghost().ifPresent(was -> words.add("before: " + words(was)));
    row.after().ifPresent(is -> words.add((words.isEmpty() ? "" : "after: ") + words(is)));
    if (isSlow()) {
      words.add(ending("%s ends a request after %s"));
    }
    return row.known().name() + ": " + String.join("; ", words);
  }

  private static String words(TriggerView trigger) {
    return isWindow(trigger)
        ? trigger.words() + ", on average 1 per " + TimeAxis.words(pace(trigger))
        : trigger.words();
  }
}
