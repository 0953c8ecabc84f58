package dev.autoheal.review;

import dev.autoheal.files.FileTree;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds ways of publishing that the head has lost, because one of their files is deleted or no
 * longer applied. The app must still run with what its policy requires.
 */
final class LostVariants {
  private final Revision base;
  private final Revision head;
  private final ReviewPolicies policies;
  private final Map<String, String> moved;

  /**
   * Creates a search.
   *
   * @param pairs the files that differ; a moved file is checked at its new path
   */
  LostVariants(Revision base, Revision head, ReviewPolicies policies, List<FilePair> pairs) {
    this.base = base;
    this.head = head;
    this.policies = policies;
    this.moved =
        pairs.stream()
            .filter(pair -> pair.after().isPresent() && !pair.before().equals(pair.after()))
            .filter(pair -> pair.before().isPresent())
            .collect(
                Collectors.toMap(
                    pair -> pair.before().get(), FilePair::path, (first, second) -> first));
  }

  /**
   * Returns the new findings in the app of a folder, by the path of the file that is gone, or else
   * that of the web.config.
   */
  SortedMap<String, List<ReportedFinding>> in(String folder) throws IOException {
    SortedMap<String, List<ReportedFinding>> found = new TreeMap<>();
    AppFiles before = base.app(folder, policies.before(FilePair.of(folder)));
    Optional<String> home = before.config().map(moved::get).map(FileTree::folderOf);
    String place = home.orElse(folder);
    AppFiles after = head.app(place, policies.after(FilePair.of(place)));
    if (head.isEmpty(place)) {
      return found;
    }
    List<Variant> variants = new ArrayList<>(before.variants());
    if (before.config().isPresent()) {
      variants.add(Variant.of("is", before.config().get(), List.of()));
    }
    for (Variant then : variants) {
      Variant now = then.in(folder, place, before.config(), after.config());
      if (then.unresolved().isEmpty() && !isKept(now, after) && !isRetired(now, after)) {
        String path = place(now);
        found.computeIfAbsent(path, key -> new ArrayList<>()).addAll(in(then, now, after, path));
      }
    }
    return found;
  }

  /**
   * Returns whether an environment is no longer published: its own transform is gone, and its
   * profile if it had one, and the policy does not give the name of the transform.
   */
  private boolean isRetired(Variant variant, AppFiles after) throws IOException {
    List<String> transforms = variant.transforms();
    if (transforms.isEmpty() || find(variant, after).isPresent()) {
      return false;
    }
    String last = transforms.get(transforms.size() - 1);
    return !head.holdsFile(last)
        && policies.ofHead(last).filter(app -> app.files().namesExactly(last)).isEmpty();
  }

  private static Optional<Variant> find(Variant variant, AppFiles in) {
    return in.variants().stream()
        .filter(each -> each.name().equalsIgnoreCase(variant.name()))
        .findFirst();
  }

  /** Returns whether the files of a variant are still published, and so are checked themselves. */
  private boolean isKept(Variant variant, AppFiles after) throws IOException {
    boolean isThere = head.holds(variant.base());
    return variant.transforms().isEmpty()
        ? isThere
        : isThere && find(variant, after).filter(each -> each.includes(variant)).isPresent();
  }

  /**
   * Returns the variant of that name, or else the part of it that is still published in any way.
   */
  private static Variant left(Variant variant, AppFiles after) {
    Set<String> applied = after.members();
    return find(variant, after)
        .filter(each -> each.unresolved().isEmpty())
        .orElseGet(
            () ->
                Variant.of(
                    variant.name(),
                    variant.base(),
                    variant.transforms().stream().filter(applied::contains).toList()));
  }

  private static String message(Variant variant, ReportedFinding finding) {
    return variant.transforms().isEmpty()
        ? "file removed: " + finding.message()
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

  private List<ReportedFinding> in(Variant then, Variant now, AppFiles after, String path)
      throws IOException {
    VariantFiles files = base.files(then, policies.before(FilePair.of(then.base())));
    EffectiveConfig was = files.outcome(element -> true);
    if (!was.isRequired() || was.app().isEmpty() || was.parsed().sections().isEmpty()) {
      return List.of();
    }
    String deciding = files.deciding();
    FilePair pair =
        new FilePair(Optional.of(deciding), Optional.of(moved.getOrDefault(deciding, deciding)));
    Optional<App> app = policies.after(pair).apply(pair.path());
    EffectiveConfig is =
        head.files(left(now, after), policies.after(pair)).outcome(element -> true);
    if (app.isEmpty() || !is.isKnown()) {
      return List.of();
    }
    List<ReportedFinding> known = base.requirementFindings(was, app.get(), policies.deciding(pair));
    return head.requirementFindings(is, app.get(), policies.deciding(pair)).stream()
        .filter(each -> known.stream().noneMatch(other -> other.message().equals(each.message())))
        .map(
            each ->
                new ReportedFinding(
                    each.rule(),
                    each.severity(),
                    Location.startOf(path),
                    message(now, each),
                    Optional.empty(),
                    each.related(),
                    Optional.of(State.NEW)))
        .toList();
  }
}
