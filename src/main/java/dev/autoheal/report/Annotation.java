package dev.autoheal.report;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.text.Location;
import java.util.Optional;

/**
 * What a run has to say of one place, as reports that know nothing but such notes give it.
 *
 * @param code the rule that says it, or what kind of note it is; may be empty
 * @param path empty where no file is to blame
 * @param place empty where the file as a whole is meant
 * @param message safe to show, without the place and the rule
 * @param finding what is told, if it is one
 */
public record Annotation(
    Severity severity,
    String code,
    String path,
    Optional<Location> place,
    String message,
    Optional<Finding> finding) {
  private static final String TOOL = "autoheal";

  /** The code, for who wants one of everything. */
  public String name() {
    return code.isEmpty() ? TOOL : code;
  }

  /** The file, for who wants one of everything: where none is to blame the root of them all. */
  public String file() {
    return path.isEmpty() ? "." : path;
  }

  /** The place, for who wants one of everything: a file as a whole is its first line. */
  public Location start() {
    return place.orElseGet(() -> Location.startOf(file()));
  }

  /** What is said and which rule says it. */
  String sentence() {
    return finding.isPresent() ? "%s [%s]".formatted(message, code) : message;
  }

  /** A line of a log, with the place. */
  public String line() {
    return TerminalText.clean(placed(severity.word() + ": ")) + "\n";
  }

  /** The place if there is one, {@code word} and what is said. */
  public String placed(String word) {
    String where = place.map(TextReport::place).orElse(TerminalText.clean(path));
    return (where.isEmpty() ? "" : where + ": ") + word + sentence();
  }
}
