package dev.autoheal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What ten times as much costs: more files, and larger ones. */
final class GrowthMeasurement implements Measurement {
  /** So many large files that they outweigh the start. */
  private static final int COPIES = 100;

  /** A little more than ten times as much would be growth; the noise of the machine is not. */
  private static final double GOAL = 1.3;

  /** A folder, and how many units of work it holds. */
  private record Load(Path folder, int units) {}

  @Override
  public void measure(Lab lab, Table table) throws Exception {
    Command start = lab.launcher().check(lab.folderOf(1));
    Load few = new Load(lab.folderOf(1_000), 1_000);
    Load many = new Load(lab.folderOf(10_000), 10_000);
    table.growth("a file among 10,000 : among 1,000", costs(few, many, start, lab), GOAL);
    if (lab.large()) {
      Load most = new Load(lab.folderOf(100_000), 100_000);
      table.growth("a file among 100,000 : 10,000", costs(many, most, start, lab), GOAL);
    }
    Path small = copies(24, lab);
    Path large = copies(240, lab);
    Command smallOne = start.in(small).with("0/web.config");
    Command largeOne = start.in(large).with("0/web.config");
    table.growth(
        "24 KB in 100 files of 240 KB : of 24 KB",
        costs(new Load(small, COPIES), new Load(large, 10 * COPIES), smallOne, lab),
        GOAL);
    table.memory("100 files of 240 KB", start.in(large).peak(), Lab.MEMORY_GOAL);
    table.times("one file of 240 KB : 24 KB", Contest.of(largeOne, smallOne, lab.runs()), 10);
    table.memory("one file of 240 KB", largeOne.peak(), Lab.MEMORY_GOAL);
  }

  /** What a unit costs in each, without the time of a start. */
  private static Contest costs(Load less, Load more, Command start, Lab lab)
      throws IOException, InterruptedException {
    int runs = lab.runs();
    Command small = lab.launcher().check(less.folder);
    Command large = lab.launcher().check(more.folder);
    double[] costs = new double[runs];
    double[] baseCosts = new double[runs];
    for (int i = 0; i < runs; i++) {
      double one = start.run().wall();
      baseCosts[i] = (small.run().wall() - one) / less.units;
      costs[i] = (large.run().wall() - one) / more.units;
    }
    return Contest.of(costs, baseCosts, Double.NaN);
  }

  private static Path copies(int kilobytes, Lab lab) throws IOException {
    Path folder = Files.createDirectory(lab.folder().resolve(kilobytes + "KB"));
    byte[] content = new WebConfigs(1).ofSize(kilobytes * 1024);
    for (int i = 0; i < COPIES; i++) {
      Path app = Files.createDirectory(folder.resolve(Integer.toString(i)));
      Files.write(app.resolve("web.config"), content);
    }
    return folder;
  }
}
