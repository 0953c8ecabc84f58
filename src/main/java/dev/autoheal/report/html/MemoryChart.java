package dev.autoheal.report.html;

import dev.autoheal.lint.SectionViews.TriggerView;
import dev.autoheal.policy.Plan;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws a memory trigger against the memory of an instance and the share of it that the platform
 * allows.
 */
final class MemoryChart {
  /** The end of a bar in percent; words of a longer bar are inside it. */
  private static final double FAR = 80;

  /** The position in percent of the last line that leaves room for a size on its right. */
  private static final double FARTHEST = 85;

  /** The width in percent that a size may need, also on a phone. */
  private static final double LABEL = 22;

  /** The height of a lane in pixels. */
  private static final int LANE = 22;

  private final TriggerRow row;
  private final Optional<Plan.Instance> instance;
  private final Optional<Long> proactive;
  private final SvgWriter svg;

  /**
   * Creates the chart of a trigger.
   *
   * @param plan the plan of the app, if it is known
   */
  MemoryChart(TriggerRow row, Optional<Plan> plan, HtmlWriter html) {
    this.row = row;
    this.instance = plan.flatMap(Plan::instance);
    this.proactive =
        plan.filter(Plan::isProactive).flatMap(Plan::instance).map(Plan.Instance::proactive);
    this.svg = new SvgWriter(html);
  }

  /** Draws the chart, or writes why there is none. */
  void draw() {
    List<TriggerView> lanes = row.lanes(MemoryChart::isSize);
    if (lanes.isEmpty()) {
      svg.nothing("the value is missing or cannot be read");
    } else if (lanes.size() == 1 && instance.isEmpty()) {
      svg.nothing("the instance size is unknown; add 'plan' to the app in the policy");
    } else {
      draw(lanes);
    }
  }

  private void draw(List<TriggerView> lanes) {
    int bottom = LANE * lanes.size() + 8;
    svg.open(words(), instance.isPresent() ? bottom + LANE : bottom);
    double scale = scale(lanes);
    for (int i = 0; i < lanes.size(); i++) {
      bar(lanes.get(i), scale, middle(i));
    }
    instance.ifPresent(has -> instance(has, scale, bottom));
    for (int i = 0; i < lanes.size(); i++) {
      label(lanes.get(i), scale, middle(i));
    }
    svg.close();
  }

  private static int middle(int lane) {
    return LANE / 2 + 4 + LANE * lane;
  }

  private static boolean isSize(TriggerView trigger) {
    return trigger.values().containsKey(Attribute.PRIVATE_BYTES);
  }

  private static long size(TriggerView trigger) {
    return trigger.values().get(Attribute.PRIVATE_BYTES);
  }

  /**
   * Returns the percent per KB (1024 bytes). The largest size fills the track, or leaves room for
   * words.
   */
  private double scale(List<TriggerView> lanes) {
    long bar = lanes.stream().mapToLong(MemoryChart::size).max().orElse(0);
    long memory = instance.map(Plan.Instance::memory).orElse(0L);
    return SvgWriter.WIDTH / Math.max(1, Math.max(memory, bar * 5 / 4));
  }

  private void instance(Plan.Instance has, double scale, int height) {
    double end = SvgWriter.MARGIN + has.memory() * scale;
    svg.box("instance", SvgWriter.MARGIN, has.memory() * scale, 1, height - 2);
    if (proactive.isPresent()) {
      double limit = SvgWriter.MARGIN + proactive.get() * scale;
      svg.box("beyond", limit, end - limit, 1, height - 2);
      svg.line("limit", limit, limit, 1, height - 1);
    }
    String words =
        proactive.map(at -> "platform recycles at %s, ".formatted(MemorySize.brief(at))).orElse("");
    words += "instance has " + MemorySize.brief(has.memory());
    if (end < FAR) {
      svg.right(words, "word", 0, height + 8);
    } else {
      svg.left(words, "word", end, height + 8);
    }
  }

  private void bar(TriggerView lane, double scale, int y) {
    String ghost = row.isGhost(lane) ? " ghost" : "";
    svg.box("bytes" + ghost, SvgWriter.MARGIN, size(lane) * scale, y - 6, 12);
    long reach = proactive.or(() -> instance.map(Plan.Instance::memory)).orElse(size(lane));
    if (size(lane) > reach && ghost.isEmpty()) {
      svg.box("over", SvgWriter.MARGIN + reach * scale, (size(lane) - reach) * scale, y - 7, 14);
    }
  }

  /**
   * Writes the size where no line crosses it: next to the bar, inside it, or to the right of the
   * lines.
   */
  private void label(TriggerView lane, double scale, int y) {
    String ghost = row.isGhost(lane) ? " ghost" : "";
    double end = SvgWriter.MARGIN + size(lane) * scale;
    double[] lines =
        Stream.concat(proactive.stream(), instance.stream().map(Plan.Instance::memory))
            .mapToDouble(line -> SvgWriter.MARGIN + line * scale)
            .toArray();
    double last = Math.max(end, DoubleStream.of(lines).max().orElse(0));
    String words = MemorySize.brief(size(lane));
    if (end < FAR && isFree(lines, end, end + LABEL)) {
      svg.right(words, "word" + ghost, end, y);
    } else if ((end > SvgWriter.MARGIN + LABEL && isFree(lines, end - LABEL, end))
        || last > FARTHEST) {
      svg.left(words, "word inside" + ghost, end, y);
    } else {
      svg.right(words, "word" + ghost, last, y);
    }
  }

  private static boolean isFree(double[] lines, double from, double to) {
    return DoubleStream.of(lines).noneMatch(line -> from <= line && line <= to);
  }

  /** Describes the drawing for readers who cannot see it. */
  private String words() {
    List<String> words = new ArrayList<>();
    row.ghost().ifPresent(was -> words.add("before: " + was.words()));
    row.after().ifPresent(is -> words.add((words.isEmpty() ? "" : "after: ") + is.words()));
    proactive.ifPresent(at -> words.add("the platform recycles at " + MemorySize.brief(at)));
    instance.ifPresent(has -> words.add("an instance has " + MemorySize.brief(has.memory())));
    return "memory: " + String.join("; ", words);
  }
}
