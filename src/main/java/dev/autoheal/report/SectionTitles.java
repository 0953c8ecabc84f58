package dev.autoheal.report;

import dev.autoheal.lint.Mode;

/** Provides the titles of the parts of a report, which depend on what the run did. */
public final class SectionTitles {
  private SectionTitles() {}

  /** Returns the title of the differences; a command in it is in backticks. */
  public static String changes(Mode mode) {
    return switch (mode) {
      case APPLY -> "What was changed";
      case REVIEW -> "What will happen differently";
      default -> "What `autoheal apply` would change";
    };
  }

  /** Returns the title of the fixed findings. */
  public static String fixed(Mode mode) {
    return mode == Mode.REVIEW
        ? "What is no longer found"
        : mode.isShown() ? "What would be fixed" : "What was fixed";
  }
}
