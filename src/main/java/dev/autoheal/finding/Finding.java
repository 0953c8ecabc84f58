package dev.autoheal.finding;

import dev.autoheal.text.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A statement of a rule about a place in a file.
 *
 * @param rule the rule's id, in kebab-case
 * @param location the value inside its quotes; for something missing, the start tag that lacks it
 * @param message what is wrong with the value, then what was expected; not yet safe for a terminal
 * @param fix the fix, if there is one
 * @param related places that explain the finding, often the line of the policy that requires it;
 *     may be empty
 * @param state the state when two revisions were compared; otherwise empty
 */
public record Finding(
    String rule,
    Severity severity,
    Location location,
    String message,
    Optional<Fix> fix,
    List<Related> related,
    Optional<State> state)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

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

  public Finding {
    related = List.copyOf(related);
  }

  /** Creates a finding in one revision, without a state. */
  public Finding(
      String rule,
      Severity severity,
      Location location,
      String message,
      Optional<Fix> fix,
      List<Related> related) {
    this(rule, severity, location, message, fix, related, Optional.empty());
  }

  /**
   * Returns this finding at another place, without a fix and a state. Related places in the file of
   * the new place are removed.
   */
  public Finding at(Location place) {
    List<Related> elsewhere =
        related.stream().filter(each -> !each.location().path().equals(place.path())).toList();
    return new Finding(rule, severity, place, message, Optional.empty(), elsewhere);
  }

  /**
   * Returns this finding without a fix and a state, with {@code places} applied to all its places.
   */
  public Finding moved(UnaryOperator<Location> places) {
    List<Related> moved =
        related.stream()
            .map(each -> new Related(places.apply(each.location()), each.message()))
            .toList();
    return new Finding(rule, severity, places.apply(location), message, Optional.empty(), moved);
  }

  /**
   * Returns whether the finding was not known before. If two revisions were compared, it must be
   * new.
   */
  public boolean isNews() {
    return state.isEmpty() || state.get() == State.NEW;
  }

  /** Returns this finding without its fix. */
  public Finding withoutFix() {
    return new Finding(rule, severity, location, message, Optional.empty(), related, state);
  }

  /** Returns this finding with a state from a comparison of two revisions. */
  public Finding in(State known) {
    return new Finding(rule, severity, location, message, fix, related, Optional.of(known));
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
