package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.List;

/** What comparing a file with what a policy asks came to. */
public sealed interface Comparison {

  /**
   * The section, or its absence, could be compared.
   *
   * @param differences first what is set, then what is added, then what is removed; empty when the
   *     section is as asked
   * @param incomplete what would have to be created though the policy does not say enough; the file
   *     is then left alone
   */
  record Compared(List<Difference> differences, List<Incomplete> incomplete) implements Comparison {
    public Compared {
      differences = List.copyOf(differences);
      incomplete = List.copyOf(incomplete);
    }
  }

  /** Something that cannot be created, and what the policy would have to say. */
  record Incomplete(Span at, String message, Location policy) {}

  /**
   * The section cannot be told apart or stands elsewhere, so that nothing in it can be compared.
   *
   * @param structural whether a rule on the structure of the section says so already
   */
  record Refused(Span at, String reason, boolean structural) implements Comparison {}

  /** The policy asks for a section, but none may be created here. */
  record NotRoot() implements Comparison {}

  /** A transform that changes parts of a section, so that what results is up to its base. */
  record Patching() implements Comparison {}

  /**
   * Compares.
   *
   * @param mayCreate whether a section may be created in this file
   */
  static Comparison of(WebConfig config, DesiredSection asked, boolean mayCreate) {
    return new SectionComparer(config, asked).compare(mayCreate);
  }

  /** All changes of all differences; empty when nothing could be compared. */
  default List<Change> changes() {
    return differencesOrNone().stream().flatMap(d -> d.changes().stream()).toList();
  }

  /** The differences; empty when nothing could be compared. */
  default List<Difference> differencesOrNone() {
    return this instanceof Compared compared ? compared.differences() : List.of();
  }
}
