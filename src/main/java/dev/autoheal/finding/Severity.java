package dev.autoheal.finding;

import java.util.Locale;

/** The severity of a finding, lowest first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  /** Returns the word of machine-readable reports, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the word for people in text, Markdown and HTML, where {@code info} is a note. */
  public String label() {
    return this == INFO ? "note" : word();
  }

  /** Returns the higher of both severities. */
  public Severity atLeast(Severity other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** Returns the lower of both severities. */
  public Severity atMost(Severity other) {
    return compareTo(other) < 0 ? this : other;
  }
}
