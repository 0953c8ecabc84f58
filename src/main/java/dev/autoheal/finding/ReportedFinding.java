package dev.autoheal.finding;

import dev.autoheal.text.Location;
import dev.autoheal.text.Order;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding as reports show it, in lines and columns. It is made once, when its file is done.
 *
 * @param rule the rule's id, in kebab-case
 * @param location the place of the finding
 * @param message what is wrong with the value, then what was expected; not yet safe for a terminal
 * @param fix the fix, if there is one
 * @param related places that explain the finding; may be empty
 * @param state the state when two revisions were compared; otherwise empty
 */
public record ReportedFinding(
    String rule,
    Severity severity,
    Location location,
    String message,
    Optional<Fix> fix,
    List<Related> related,
    Optional<State> state)
    implements Comparable<ReportedFinding> {
  private static final Order<ReportedFinding> ORDER =
      Order.by(ReportedFinding::location)
          .then(ReportedFinding::rule)
          .then(ReportedFinding::message);

  /**
   * A second place that a finding points at.
   *
   * @param message what is at that place
   */
  public record Related(Location location, String message) {}

  /** The state of a finding in a comparison of two revisions. */
  public enum State {
    /** Only the later revision has it. */
    NEW,
    /** The later revision has it, and it is not new. */
    REMAINING,
    /** Only the earlier revision has it, and its location is in that revision. */
    FIXED;

    /** Returns the word for machine-readable reports, in lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ReportedFinding {
    related = List.copyOf(related);
  }

  /** Creates a finding about a policy as a whole, which nothing explains or fixes. */
  public ReportedFinding(String rule, Severity severity, Location location, String message) {
    this(rule, severity, location, message, Optional.empty(), List.of(), Optional.empty());
  }

  /**
   * Returns whether the finding was not known before. If two revisions were compared, it must be
   * new.
   */
  public boolean isNew() {
    return state.isEmpty() || state.get() == State.NEW;
  }

  /** Returns this finding without its fix. */
  public ReportedFinding withoutFix() {
    return new ReportedFinding(rule, severity, location, message, Optional.empty(), related, state);
  }

  /** Returns this finding with another severity. */
  public ReportedFinding as(Severity other) {
    return new ReportedFinding(rule, other, location, message, fix, related, state);
  }

  /** Returns this finding with a state from a comparison of two revisions. */
  public ReportedFinding in(State known) {
    return new ReportedFinding(rule, severity, location, message, fix, related, Optional.of(known));
  }

  @Override
  public int compareTo(ReportedFinding other) {
    return ORDER.compare(this, other);
  }
}
