package dev.autoheal.report;

/** Colours of a terminal, or none. */
public enum AnsiColor {
  BOLD("1"),
  DIM("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private final String code;

  AnsiColor(String code) {
    this.code = code;
  }

  /** The text in this colour if {@code colour} is wanted. */
  public String on(String text, boolean colour) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
