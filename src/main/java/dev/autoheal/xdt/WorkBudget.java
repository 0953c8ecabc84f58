package dev.autoheal.xdt;

/**
 * What one chain may cost, in steps that the same files always take, so that a hostile transform
 * ends in bounded time and memory, at the same place everywhere.
 */
final class WorkBudget {
  /** A second or two; the largest transforms that were seen take a thousandth. */
  private static final long LIMIT = 20_000_000;

  /** A node takes memory for as long as the chain runs. */
  private static final int NODE = 100;

  private long left = LIMIT;

  void nodes(long count) throws TransformException {
    spend(count * NODE);
  }

  void spend(long steps) throws TransformException {
    left = steps > left ? 0 : left - steps;
    if (isDone()) {
      throw TransformException.unfollowed("the transforms ask for more work than is done here");
    }
  }

  /** Whether nothing more is to be done. */
  boolean isDone() {
    return left == 0;
  }
}
