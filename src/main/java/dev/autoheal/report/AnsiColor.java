package dev.autoheal.report;

/** The colors and the text styles of a terminal. */
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

  /** Returns the text in this color, or unchanged if {@code color} is false. */
  public String on(String text, boolean color) {
    return color ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
