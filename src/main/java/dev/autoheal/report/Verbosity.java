package dev.autoheal.report;

/** The level of detail of the text report. */
public enum Verbosity {
  /** Findings and changes, without a summary. */
  QUIET,
  /** Also a summary. */
  NORMAL,
  /** Also notes (severity info) and skipped files. */
  VERBOSE
}
