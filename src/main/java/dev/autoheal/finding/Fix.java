package dev.autoheal.finding;

import dev.autoheal.text.Edit;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A change of a file that removes a finding.
 *
 * @param title what the fix does, in the imperative: {@code write 01:00:00}
 * @param safe whether the meaning of the file cannot change; other fixes are applied only on
 *     request
 * @param edits edits of the file with the finding, which do not overlap
 * @param suggestion the fix as one piece of text, if it is one; empty before the finding is
 *     reported
 */
public record Fix(String title, boolean safe, List<Edit> edits, Optional<Suggestion> suggestion) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /** Creates a fix that cannot change the meaning of the file. */
  public static Fix safe(String title, Edit... edits) {
    return safe(title, List.of(edits));
  }

  /** Creates a fix of several edits that cannot change the meaning of the file. */
  public static Fix safe(String title, List<Edit> edits) {
    return new Fix(title, true, edits, Optional.empty());
  }

  /** Creates a fix that may change the meaning of the file. */
  public static Fix unsafe(String title, List<Edit> edits) {
    return new Fix(title, false, edits, Optional.empty());
  }

  /**
   * Returns this fix with a suggestion for the readers of {@code file}. A fix that is not safe gets
   * none. A fix of several edits gets none either, because they would be accepted one by one. The
   * suggestion covers whole lines, since GitLab replaces whole lines. Lines with a credential get
   * none.
   */
  public Fix suggestedIn(SourceFile file) {
    if (!safe || edits.size() != 1) {
      return this;
    }
    return new Fix(title, true, edits, Suggestion.of(edits.get(0), file));
  }
}
