package dev.autoheal.text;

import java.util.List;

/**
 * How a finding can be mended.
 *
 * @param title what is done, as an order: {@code write 01:00:00}
 * @param safe whether the meaning of the file cannot change; others need to be asked for
 * @param edits of the file that the finding is about; none overlaps another
 */
public record Fix(String title, boolean safe, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /** A fix that cannot change what the file means. */
  public static Fix safe(String title, Edit... edits) {
    return new Fix(title, true, List.of(edits));
  }

  /** A fix that may change what the file means. */
  public static Fix unsafe(String title, List<Edit> edits) {
    return new Fix(title, false, edits);
  }
}
