package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.App;
import dev.autoheal.rule.Published;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Location;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds problems that a transform causes although each file is correct by itself. A problem counts
 * if it is found in the published file and not without the transform. It is reported at the place
 * in the transform that causes it.
 */
final class ResultFindings {
  private final RuleContext transform;
  private final Function<RuleContext, List<Finding>> rules;
  private final Set<List<?>> reported = new HashSet<>();
  private final boolean duplicates;

  /**
   * Creates the search for one transform.
   *
   * @param own the findings of the transform by itself, which are not reported again
   * @param rules returns the findings of a file
   */
  ResultFindings(
      RuleContext transform, List<Finding> own, Function<RuleContext, List<Finding>> rules) {
    this.transform = transform;
    this.rules = rules;
    own.forEach(finding -> reported.add(List.of(finding.rule(), finding.location())));
    this.duplicates = own.stream().anyMatch(each -> each.rule().equals("transform-duplicates"));
  }

  /** Returns each finding once, even if several ways of publishing lead to it. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (Published way : transform.published()) {
      for (Finding finding : caused(way)) {
        if (reported.add(List.of(finding.rule(), finding.location()))) {
          all.add(finding);
        }
      }
    }
    return all;
  }

  private List<Finding> caused(Published way) {
    if (way.result().fails() || !way.result().isFollowed()) {
      return List.of();
    }
    List<Finding> found = found(way.result(), transform.app()).toList();
    Set<List<?>> known =
        found.isEmpty()
            ? Set.of()
            : found(way.before(), way.app()).map(ResultFindings::key).collect(Collectors.toSet());
    return found.stream()
        .filter(finding -> !known.contains(key(finding)))
        .filter(finding -> !(duplicates && finding.rule().equals("duplicate-section")))
        .map(finding -> isHere(finding.location()) ? finding : caused(finding, way.result()))
        .toList();
  }

  /** Checks a published file and returns each finding at the place that its text comes from. */
  private Stream<Finding> found(TransformResult published, Optional<App> app) {
    RuleContext context = RuleContext.of(published);
    return rules.apply(app.map(context::matchedBy).orElse(context)).stream()
        .map(finding -> finding.moved(published::origin));
  }

  private static List<?> key(Finding finding) {
    return List.of(finding.rule(), finding.message(), finding.location());
  }

  /**
   * Moves a finding to a related value in the transform, or else to the last operation that changes
   * the section.
   */
  private Finding caused(Finding finding, TransformResult result) {
    Location place =
        finding.related().stream()
            .map(Related::location)
            .filter(this::isHere)
            .findFirst()
            .orElseGet(() -> cause(result));
    List<Related> related = new ArrayList<>();
    related.add(new Related(finding.location(), "the section"));
    finding.related().stream().filter(each -> !each.location().equals(place)).forEach(related::add);
    return new Finding(
        finding.rule(),
        finding.severity(),
        place,
        "once published: " + finding.message(),
        Optional.empty(),
        related);
  }

  private boolean isHere(Location location) {
    return location.path().equals(transform.file().path());
  }

  private Location cause(TransformResult result) {
    return result.steps().stream()
        .filter(step -> step.transform().file().path().equals(transform.file().path()))
        .filter(step -> step.changes() && TransformType.bearsOnSection(step.element()))
        .map(TransformStep::element)
        .reduce((first, second) -> second)
        .flatMap(TransformType::attribute)
        .map(order -> transform.file().locate(order.valueSpan()))
        .orElseGet(
            () ->
                transform
                    .file()
                    .locate(transform.config().orElseThrow().document().root().startTag()));
  }
}
