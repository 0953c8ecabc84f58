package dev.autoheal.init;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.init.PolicyDraft.Acceptance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates exceptions for the current findings, one for each rule and file, which expire after 90
 * days.
 */
final class Baseline {
  private static final int DAYS = 90;

  /** The prefix of rules about exceptions themselves, which no exception accepts. */
  private static final String EXCEPTIONS = "exception-";

  /**
   * The rule for drift, which gets no exception: apply fixes it, and an exception would hide later
   * changes.
   */
  private static final String DRIFT = "drift";

  private final ExactPatterns patterns;
  private final LocalDate today;
  private final Consumer<String> notes;

  /** A rule and the path of a file in which it found something. */
  private record Place(String rule, String path) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::rule).thenComparing(Place::path);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Creates a baseline for one policy.
   *
   * @param today the day from which the exceptions count
   * @param notes receives a message for each rule and file without an exception
   */
  Baseline(ExactPatterns patterns, LocalDate today, Consumer<String> notes) {
    this.patterns = patterns;
    this.today = today;
    this.notes = notes;
  }

  /**
   * Returns an exception for each rule and file of the findings, sorted by rule and path. A rule
   * about exceptions, or a file that no pattern matches alone, gets none.
   */
  List<Acceptance> of(Stream<ReportedFinding> findings) {
    TreeSet<Place> places =
        findings
            .filter(finding -> !finding.rule().equals(DRIFT))
            .map(finding -> new Place(finding.rule(), finding.location().path()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Acceptance> acceptances = new ArrayList<>();
    for (Place place : places) {
      Optional<String> pattern =
          place.rule.startsWith(EXCEPTIONS) ? Optional.empty() : patterns.of(place.path);
      if (pattern.isPresent()) {
        acceptances.add(
            new Acceptance(
                place.rule,
                pattern.get(),
                today.plusDays(DAYS),
                "accepted by autoheal init on %s; add the reason".formatted(today)));
      } else {
        notes.accept(
            "%s: did not accept %s as an exception; see `autoheal check`"
                .formatted(place.path, place.rule));
      }
    }
    return acceptances;
  }
}
