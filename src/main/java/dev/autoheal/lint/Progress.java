package dev.autoheal.lint;

/** Receives the progress of a run. */
public interface Progress {
  /** A receiver that ignores all progress. */
  Progress NONE =
      new Progress() {
        @Override
        public void start(int files) {}

        @Override
        public void step() {}

        @Override
        public void finish() {}
      };

  /**
   * Reports that the files are found and will be checked.
   *
   * @param files the number of files to check
   */
  void start(int files);

  /** Reports that one more file is done. It is called from many threads. */
  void step();

  /** Reports that all files are done. */
  void finish();
}
