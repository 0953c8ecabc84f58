package dev.autoheal.report;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.text.Location;
import java.util.Optional;

/**
 * One message of a run about one place, for reports that know only messages with a place.
 *
 * @param severity how severe the message is
 * @param code the id of the rule, or the kind of the message, for example {@code change}; may be
 *     empty
 * @param path the path of the file; empty if the message is about no file
 * @param place the place in the file; empty if the message is about the file as a whole
 * @param message the text, safe to show, without the place and the rule
 * @param finding the finding that the message reports; empty if it reports something else
 */
public record Annotation(
    Severity severity,
    String code,
    String path,
    Optional<Location> place,
    String message,
    Optional<ReportedFinding> finding) {
  private static final String TOOL = "autoheal";

  /** Returns the code, or {@code autoheal} without one, for formats that require a code. */
  public String name() {
    return code.isEmpty() ? TOOL : code;
  }

  /** Returns the path, or the root {@code .} without one, for formats that require a path. */
  public String file() {
    return path.isEmpty() ? "." : path;
  }

  /**
   * Returns the place for formats that require one. For a file as a whole, it is the start of the
   * first line.
   */
  public Location start() {
    return place.orElseGet(() -> Location.startOf(file()));
  }

  /** Returns the message, followed by the rule id in brackets if it reports a finding. */
  String sentence() {
    return finding.isPresent() ? "%s [%s]".formatted(message, code) : message;
  }

  /**
   * Returns a line for a log, with its line break: the place, the severity and the message. It
   * holds nothing that a terminal interprets.
   */
  public String line() {
    return TerminalText.clean(placed(severity.word() + ": ")) + "\n";
  }

  /**
   * Returns the place, {@code word} and the message. Without a place it starts with the path, and
   * without a path with {@code word}.
   */
  public String placed(String word) {
    String where = place.map(TextReport::place).orElse(TerminalText.clean(path));
    return (where.isEmpty() ? "" : where + ": ") + word + sentence();
  }
}
