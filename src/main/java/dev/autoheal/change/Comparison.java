package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.List;

/** The result of comparing a file with what a policy requires. */
public sealed interface Comparison {

  /**
   * A comparison that was possible, whether or not the file has a section.
   *
   * @param differences first the changed values, then the added ones, then the removed ones; empty
   *     when the section is as required
   * @param incomplete the parts that cannot be created because the policy lacks values for them; if
   *     there are any, the file is not changed
   */
  record Compared(List<Difference> differences, List<Incomplete> incomplete) implements Comparison {
    /** Copies both lists. */
    public Compared {
      differences = List.copyOf(differences);
      incomplete = List.copyOf(incomplete);
    }
  }

  /**
   * A part of a section that cannot be created because the policy lacks values for it.
   *
   * @param at the start tag that lacks it
   * @param message the part to create and the values that the policy lacks
   * @param policy the line of the policy that requires it
   */
  record Incomplete(Span at, String message, Location policy) {}

  /**
   * A section that cannot be compared, because its parts are ambiguous or because it is in another
   * place.
   *
   * @param at the place that prevents the comparison
   * @param reason why the section cannot be compared
   * @param structural whether a rule on the structure of the section already reports this
   */
  record Refused(Span at, String reason, boolean structural) implements Comparison {}

  /**
   * A section that depends on a condition of a deployment tool. A rule reports it.
   *
   * @param reason why the section cannot be compared
   */
  record Conditional(String reason) implements Comparison {}

  /** The policy requires a section, but none may be created in this file. */
  record NotRoot() implements Comparison {}

  /** A transform that changes parts of a section, so that the result depends on its base. */
  record Patching() implements Comparison {}

  /**
   * Compares a file with what a policy requires.
   *
   * @param config the file
   * @param desired what the policy requires of it
   * @param mayCreate whether a section may be created in this file
   */
  static Comparison of(WebConfig config, DesiredSection desired, boolean mayCreate) {
    return new SectionComparer(config, desired).compare(mayCreate);
  }

  /** Returns all changes of all differences; empty when nothing could be compared. */
  default List<Change> changes() {
    return differencesOrNone().stream().flatMap(d -> d.changes().stream()).toList();
  }

  /** Returns the differences; empty when nothing could be compared. */
  default List<Difference> differencesOrNone() {
    return this instanceof Compared compared ? compared.differences() : List.of();
  }
}
