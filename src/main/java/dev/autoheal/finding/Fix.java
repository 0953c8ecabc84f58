package dev.autoheal.finding;

import dev.autoheal.text.Edit;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * How a finding can be mended.
 *
 * @param title what is done, as an order: {@code write 01:00:00}
 * @param safe whether the meaning of the file cannot change; others need to be asked for
 * @param edits of the file that the finding is about; none overlaps another
 * @param suggestion the same as one piece of text, where it is one; empty before the finding is
 *     reported
 */
public record Fix(String title, boolean safe, List<Edit> edits, Optional<Suggestion> suggestion) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /** A fix that cannot change what the file means. */
  public static Fix safe(String title, Edit... edits) {
    return safe(title, List.of(edits));
  }

  /** A fix of several edits that cannot change what the file means. */
  public static Fix safe(String title, List<Edit> edits) {
    return new Fix(title, true, edits, Optional.empty());
  }

  /** A fix that may change what the file means. */
  public static Fix unsafe(String title, List<Edit> edits) {
    return new Fix(title, false, edits, Optional.empty());
  }

  /**
   * The same with what can be suggested to who reads {@code file}: nothing that is not safe, and
   * not several edits, which would be accepted one by one.
   */
  public Fix suggestedIn(SourceFile file) {
    if (!safe || edits.size() != 1) {
      return this;
    }
    Edit edit = edits.get(0);
    Suggestion whole = new Suggestion(file.locate(edit.span()), edit.replacement());
    return new Fix(title, true, edits, Optional.of(whole));
  }
}
