package dev.autoheal.report;

/** How much the text report says. */
public enum Verbosity {
  /** Findings and changes, without a summary. */
  QUIET,
  /** Also a summary. */
  NORMAL,
  /** Also notes (severity info) and skipped files. */
  VERBOSE
}
