package dev.autoheal.report;

import dev.autoheal.project.RunOptions.Mode;

/** What stands above the parts of a report, by what was done. */
public final class SectionTitles {
  private SectionTitles() {}

  /** Above what differs; a command is in backticks. */
  public static String changes(Mode mode) {
    return switch (mode) {
      case APPLY -> "What was changed";
      case REVIEW -> "What will happen differently";
      default -> "What `autoheal apply` would change";
    };
  }

  /** Above the findings that are mended. */
  public static String fixed(Mode mode) {
    return mode == Mode.REVIEW
        ? "What is no longer found"
        : mode.isShown() ? "What would be fixed" : "What was fixed";
  }
}
