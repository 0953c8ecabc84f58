package dev.autoheal.finding;

import java.util.Locale;

/** How bad a finding is, mildest first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  /** The word used in every report and option. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The milder of both. */
  public Severity atMost(Severity other) {
    return compareTo(other) < 0 ? this : other;
  }
}
