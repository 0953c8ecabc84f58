package dev.autoheal.finding;

import dev.autoheal.text.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something a rule says about a place.
 *
 * @param rule the rule's id, in kebab-case
 * @param location the value inside its quotes; for something missing, the start tag that lacks it
 * @param message what is wrong with the value seen, then what was expected; not yet made safe for a
 *     terminal
 * @param fix how to mend it, if that can be said
 * @param related places that explain the finding, often the policy line that asks; may be empty
 * @param state where two revisions were compared; empty elsewhere
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

  /** A second place that a finding points at, and what stands there. */
  public record Related(Location location, String message) {}

  /** What two revisions made of a finding. */
  public enum State {
    /** It is in the later one alone. */
    NEW,
    REMAINING,
    /** It was in the earlier one alone, and stands at its place there. */
    FIXED;

    /** The word that bots read. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    related = List.copyOf(related);
  }

  /** Of one revision. */
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
   * The same at another place, to be mended by hand; places of its own file no longer explain it.
   */
  public Finding at(Location place) {
    List<Related> elsewhere =
        related.stream().filter(each -> !each.location().path().equals(place.path())).toList();
    return new Finding(rule, severity, place, message, Optional.empty(), elsewhere);
  }

  /** The same with other places, to be mended by hand. */
  public Finding moved(UnaryOperator<Location> places) {
    List<Related> moved =
        related.stream()
            .map(each -> new Related(places.apply(each.location()), each.message()))
            .toList();
    return new Finding(rule, severity, places.apply(location), message, Optional.empty(), moved);
  }

  /** Whether nobody knew of it: where two revisions were compared, whether it is new. */
  public boolean isNews() {
    return state.isEmpty() || state.get() == State.NEW;
  }

  /** The same, to be mended by hand. */
  public Finding withoutFix() {
    return new Finding(rule, severity, location, message, Optional.empty(), related, state);
  }

  /** The same, where two revisions were compared. */
  public Finding in(State known) {
    return new Finding(rule, severity, location, message, fix, related, Optional.of(known));
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
