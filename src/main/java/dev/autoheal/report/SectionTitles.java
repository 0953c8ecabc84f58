package dev.autoheal.report;

import dev.autoheal.lint.Mode;

/** Provides the titles of the parts of a report, which depend on what the run did. */
public final class SectionTitles {
  private SectionTitles() {}

  /** Returns the title of the differences; a command in it is in backticks. */
  public static String changes(Mode mode) {
    return switch (mode) {
      case APPLY -> "Changes made";
      case REVIEW -> "Changes in behavior";
      default -> "Changes that `autoheal apply` would make";
    };
  }

  /** Returns the title of the fixed findings. */
  public static String fixed(Mode mode) {
    return mode == Mode.REVIEW
        ? "Fixed findings"
        : mode.isShown() ? "Fixes that would be made" : "Fixes made";
  }
}
