package dev.autoheal.bench;

import java.io.IOException;
import java.util.Arrays;

/**
 * Two commands timed in turn, A B A B, so that a machine that slows down slows both.
 *
 * @param median of the one that is judged, in milliseconds
 * @param baseMedian of the one it is held against
 * @param ratio the median of the ratios, pair by pair
 * @param processorRatio of the processor time of all runs: what is left of the ratio on a machine
 *     that is busy with other things; NaN where the system does not tell
 */
record Contest(double median, double baseMedian, double ratio, double processorRatio) {

  /** After a run of each that is not counted. */
  static Contest of(Command command, Command base, int runs)
      throws IOException, InterruptedException {
    command.run();
    base.run();
    double[] times = new double[runs];
    double[] baseTimes = new double[runs];
    double processor = 0;
    double baseProcessor = 0;
    for (int i = 0; i < runs; i++) {
      Command.Time time = command.run();
      Command.Time baseTime = base.run();
      times[i] = time.wall();
      baseTimes[i] = baseTime.wall();
      processor += time.processor();
      baseProcessor += baseTime.processor();
    }
    return of(times, baseTimes, processor / baseProcessor);
  }

  static Contest of(double[] times, double[] baseTimes, double processorRatio) {
    double[] ratios = new double[times.length];
    Arrays.setAll(ratios, i -> times[i] / baseTimes[i]);
    return new Contest(median(times), median(baseTimes), median(ratios), processorRatio);
  }

  /** The middle one, of an even number the greater of both. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
