package dev.autoheal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures: what, how much, against what, the ratio, the goal and whether it is met. */
final class Table {
  private static final String[] HEAD = {
    "figure", "median", "against", "cpu ratio", "ratio", "goal", "met"
  };

  private final List<String[]> rows = new ArrayList<>();

  /** A duration against another one, which is to stay below {@code goal} times as long. */
  void times(String figure, Contest contest, double goal) {
    times(figure, contest, "< " + number(goal), contest.ratio() < goal ? "yes" : "no");
  }

  /** A duration against another one, with no goal. */
  void times(String figure, Contest contest) {
    times(figure, contest, "", "");
  }

  private void times(String figure, Contest contest, String goal, String met) {
    rows.add(
        new String[] {
          figure,
          milliseconds(contest.median()),
          milliseconds(contest.baseMedian()),
          Double.isNaN(contest.processorRatio()) ? "" : number(contest.processorRatio()),
          number(contest.ratio()),
          goal,
          met
        });
  }

  /** The most memory held at once, which is to stay below {@code goal}; both in KB. */
  void memory(String figure, long peak, long goal) {
    if (peak == 0) {
      note(figure, "memory is told on Linux alone");
    } else {
      String limit = "< %d MB".formatted(goal / 1024);
      add(figure + ", memory", "%d MB".formatted(peak / 1024), "", "", "", limit, peak < goal);
    }
  }

  /** What a unit costs where there are many, against where there are few. */
  void growth(String figure, Contest costs, double goal) {
    add(
        figure,
        "%.3f ms".formatted(costs.median()),
        "%.3f ms".formatted(costs.baseMedian()),
        "",
        number(costs.ratio()),
        "< " + number(goal),
        costs.ratio() < goal);
  }

  /** A throughput against another one, of which it is to be at least {@code goal} times. */
  void throughput(String figure, double perSecond, double base, double goal) {
    double ratio = perSecond / base;
    add(
        figure,
        "%.0f/s".formatted(perSecond),
        "%.0f/s".formatted(base),
        "",
        number(ratio),
        ">= " + number(goal),
        ratio >= goal);
  }

  /** A row of words in place of figures. */
  void note(String figure, String words) {
    rows.add(new String[] {figure, words});
  }

  private void add(
      String figure,
      String median,
      String against,
      String processor,
      String ratio,
      String goal,
      boolean met) {
    rows.add(new String[] {figure, median, against, processor, ratio, goal, met ? "yes" : "no"});
  }

  private static String milliseconds(double value) {
    return "%.0f ms".formatted(value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  @Override
  public String toString() {
    int[] widths = new int[HEAD.length];
    widen(widths, HEAD);
    rows.stream().filter(row -> row.length == HEAD.length).forEach(row -> widen(widths, row));
    StringBuilder text = new StringBuilder(line(HEAD, widths));
    rows.forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private static void widen(int[] widths, String[] row) {
    for (int i = 0; i < row.length; i++) {
      widths[i] = Math.max(widths[i], row[i].length());
    }
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String gap = " ".repeat(Math.max(0, widths[i] - row[i].length()));
      line.append(i == 0 || row.length < widths.length ? row[i] + gap : gap + row[i]).append("  ");
    }
    return line.toString().stripTrailing() + "\n";
  }
}
