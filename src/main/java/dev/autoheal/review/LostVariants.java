package dev.autoheal.review;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.policy.App;
import dev.autoheal.project.AppFiles;
import dev.autoheal.project.Variant;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.VariantFiles;
import dev.autoheal.text.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds ways of publishing that the head no longer has as the base has them: a file of them is
 * gone, or no longer applied. What the app then runs with must still be what its policy requires.
 */
final class LostVariants {
  private final Revision base;
  private final Revision head;
  private final ReviewPolicies policies;
  private final Set<String> moved;

  /**
   * Creates a search.
   *
   * @param pairs the files that differ; one that was moved is judged in its new place
   */
  LostVariants(Revision base, Revision head, ReviewPolicies policies, List<FilePair> pairs) {
    this.base = base;
    this.head = head;
    this.policies = policies;
    this.moved =
        pairs.stream()
            .filter(pair -> pair.after().isPresent() && !pair.before().equals(pair.after()))
            .flatMap(pair -> pair.before().stream())
            .collect(Collectors.toSet());
  }

  /**
   * Returns the new findings in the app of a folder, by the path of the file that is gone, or else
   * that of the web.config.
   */
  SortedMap<String, List<ReportedFinding>> in(String folder) throws IOException {
    SortedMap<String, List<ReportedFinding>> found = new TreeMap<>();
    AppFiles before = base.app(folder, policies.before(FilePair.of(folder)));
    AppFiles after = head.app(folder, policies.after(FilePair.of(folder)));
    if (head.isEmpty(folder) || before.config().filter(moved::contains).isPresent()) {
      return found;
    }
    List<Variant> variants = new ArrayList<>(before.variants());
    before
        .config()
        .map(config -> Variant.of("it stands", config, List.of()))
        .ifPresent(variants::add);
    for (Variant variant : variants) {
      if (variant.unresolved().isEmpty() && !isKept(variant, after)) {
        String path = place(variant);
        found.computeIfAbsent(path, key -> new ArrayList<>()).addAll(in(variant, after, path));
      }
    }
    return found;
  }

  /** Returns whether the files of a variant are still published, and so are judged themselves. */
  private boolean isKept(Variant variant, AppFiles after) throws IOException {
    boolean isThere = head.holds(variant.base());
    return variant.transforms().isEmpty()
        ? isThere
        : isThere
            && after.variants().stream()
                .filter(each -> each.name().equals(variant.name()))
                .anyMatch(each -> each.transforms().containsAll(variant.transforms()));
  }

  /** Returns the variant of that name, or else what of it is still published in any way. */
  private static Variant left(Variant variant, AppFiles after) {
    Set<String> applied = after.members();
    return after.variants().stream()
        .filter(each -> each.name().equals(variant.name()) && each.unresolved().isEmpty())
        .findFirst()
        .orElseGet(
            () ->
                Variant.of(
                    variant.name(),
                    variant.base(),
                    variant.transforms().stream().filter(applied::contains).toList()));
  }

  private static String message(Variant variant, ReportedFinding finding) {
    return variant.transforms().isEmpty()
        ? "the file is gone: " + finding.message()
        : "published as %s: %s".formatted(variant.name(), finding.message());
  }

  /** Returns the path of the first transform that is gone, or else of the base. */
  private String place(Variant variant) throws IOException {
    for (String transform : variant.transforms()) {
      if (!head.holdsFile(transform)) {
        return transform;
      }
    }
    return variant.base();
  }

  private List<ReportedFinding> in(Variant variant, AppFiles after, String path)
      throws IOException {
    VariantFiles then = base.files(variant, policies.before(FilePair.of(variant.base())));
    EffectiveConfig was = then.outcome(element -> true);
    if (!was.isRequired() || was.app().isEmpty() || was.parsed().sections().isEmpty()) {
      return List.of();
    }
    String deciding = then.deciding();
    FilePair pair = FilePair.of(deciding);
    Optional<App> app = policies.after(pair).apply(deciding);
    EffectiveConfig is =
        head.files(left(variant, after), policies.after(pair)).outcome(element -> true);
    if (app.isEmpty() || !is.isKnown()) {
      return List.of();
    }
    List<ReportedFinding> known = base.demand(was, app.get(), policies.judging(pair));
    return head.demand(is, app.get(), policies.judging(pair)).stream()
        .filter(each -> known.stream().noneMatch(other -> other.message().equals(each.message())))
        .map(
            each ->
                new ReportedFinding(
                    each.rule(),
                    each.severity(),
                    Location.startOf(path),
                    message(variant, each),
                    Optional.empty(),
                    each.related(),
                    Optional.of(State.NEW)))
        .toList();
  }
}
