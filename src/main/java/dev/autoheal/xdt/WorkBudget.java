package dev.autoheal.xdt;

/**
 * Limits the work of one chain of transforms, in steps that are the same for the same files. A
 * hostile transform thus ends in bounded time and memory, at the same place on every machine.
 */
final class WorkBudget {
  /**
   * The number of steps in a chain, which take a second or two. The largest known transforms take a
   * thousandth of it.
   */
  private static final long LIMIT = 20_000_000;

  /** The steps that one node costs, because it takes memory as long as the chain runs. */
  private static final int NODE = 100;

  private long left = LIMIT;

  /**
   * Pays for new nodes.
   *
   * @param count the number of nodes
   * @throws TransformException if no steps are left
   */
  void nodes(long count) throws TransformException {
    spend(count * NODE);
  }

  /**
   * Pays for some steps.
   *
   * @throws TransformException if no steps are left
   */
  void spend(long steps) throws TransformException {
    left = steps > left ? 0 : left - steps;
    if (isDone()) {
      throw TransformException.unfollowed("the transforms exceed the work limit of autoheal");
    }
  }

  /** Returns whether the budget is used up, so that nothing more may be done. */
  boolean isDone() {
    return left == 0;
  }
}
