package dev.autoheal.lint;

/** Told how far a run has come. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void start(int files) {}

        @Override
        public void step() {}

        @Override
        public void finish() {}
      };

  /** The files are found; as many are to be judged. */
  void start(int files);

  /** One more is judged; called from many threads. */
  void step();

  /** All are judged. */
  void finish();
}
