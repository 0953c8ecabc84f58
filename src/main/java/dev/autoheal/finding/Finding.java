package dev.autoheal.finding;

import dev.autoheal.text.Location;
import dev.autoheal.text.Order;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a rule about a place in the checked file. It is a {@link ReportedFinding} once the
 * file is done.
 *
 * @param rule the rule's id, in kebab-case
 * @param span the value inside its quotes; for something missing, the start tag that lacks it
 * @param message what is wrong with the value, then what was expected; not yet safe for a terminal
 * @param fix the fix, if there is one
 * @param related places that explain the finding, often the line of the policy that requires it;
 *     may be empty
 */
public record Finding(
    String rule,
    Severity severity,
    Span span,
    String message,
    Optional<Fix> fix,
    List<Related> related)
    implements Comparable<Finding> {
  private static final Order<Finding> ORDER =
      Order.by(Finding::span).then(Finding::rule).then(Finding::message);

  /** A second place that a finding points at. */
  public sealed interface Related permits Here, Elsewhere {
    /** Returns what is at that place. */
    String message();

    /** Creates a second place in the file of the finding. */
    static Related here(Span span, String message) {
      return new Here(span, message);
    }

    /** Creates a second place in another file. */
    static Related elsewhere(Location location, String message) {
      return new Elsewhere(location, message);
    }
  }

  /** A place in the file of the finding. */
  public record Here(Span span, String message) implements Related {}

  /** A place in another file. */
  public record Elsewhere(Location location, String message) implements Related {}

  public Finding {
    related = List.copyOf(related);
  }

  /**
   * Returns this finding at another place of the file. It loses its fix and the related places in
   * the file, since both were for the first place.
   */
  public Finding at(Span place) {
    List<Related> elsewhere = related.stream().filter(Elsewhere.class::isInstance).toList();
    return new Finding(rule, severity, place, message, Optional.empty(), elsewhere);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** Written by hand, since the JVM takes milliseconds to link the generated one. */
  @Override
  public int hashCode() {
    return 31 * message.hashCode() + span.start();
  }
}
