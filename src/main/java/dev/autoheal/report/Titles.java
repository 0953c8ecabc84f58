package dev.autoheal.report;

import dev.autoheal.run.Options.Mode;

/** What stands above the parts of a report, by what was done. */
final class Titles {
  private Titles() {}

  /** Above what differs; a command is in backticks. */
  static String changes(Mode mode) {
    return switch (mode) {
      case APPLY -> "What was changed";
      case REVIEW -> "What will happen differently";
      default -> "What `autoheal apply` would change";
    };
  }

  /** Above the findings that are mended. */
  static String fixed(Mode mode) {
    return mode == Mode.REVIEW
        ? "What is no longer found"
        : mode.isShown() ? "What would be fixed" : "What was fixed";
  }
}
