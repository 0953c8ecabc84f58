package dev.autoheal.cli;

import dev.autoheal.lint.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a progress bar on a terminal for runs that take longer than a second. */
final class ProgressLine implements Progress {
  private static final long PATIENCE = 1_000_000_000L;
  private static final int WIDTH = 70;

  private final PrintStream err;
  private long started;
  private int files;
  private int checked;
  private ProgressBar bar;

  /**
   * Creates a progress bar that is not shown yet.
   *
   * @param err the stream of the terminal
   */
  ProgressLine(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void start(int count) {
    files = count;
    started = System.nanoTime();
  }

  @Override
  public synchronized void step() {
    checked++;
    if (bar == null && System.nanoTime() - started > PATIENCE) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("files")
              .setInitialMax(files)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new Line(err))
              .build();
    }
    if (bar != null) {
      bar.stepTo(checked);
    }
  }

  @Override
  public synchronized void finish() {
    if (bar != null) {
      bar.close();
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
    }
  }

  /**
   * Writes the bar without ending its line, so that it can be erased even when the bar is closed
   * early.
   */
  private static final class Line extends ConsoleProgressBarConsumer {
    Line(PrintStream err) {
      super(err, WIDTH);
    }

    @Override
    public void close() {}
  }
}
