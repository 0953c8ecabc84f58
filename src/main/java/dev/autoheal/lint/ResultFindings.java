package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.App;
import dev.autoheal.rule.Published;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Location;
import dev.autoheal.xdt.TransformKind;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a transform makes wrong that is right in the files by themselves: what is found in the
 * published file, and was not without the transform. It is told where the transform says it.
 */
final class ResultFindings {
  private final RuleContext transform;
  private final Function<RuleContext, List<Finding>> rules;
  private final Set<List<?>> told = new HashSet<>();
  private final boolean duplicates;

  /**
   * Of a transform.
   *
   * @param own what is found in it by itself, which is not told again
   * @param rules what is found in a file
   */
  ResultFindings(
      RuleContext transform, List<Finding> own, Function<RuleContext, List<Finding>> rules) {
    this.transform = transform;
    this.rules = rules;
    own.forEach(finding -> told.add(List.of(finding.rule(), finding.location())));
    this.duplicates = own.stream().anyMatch(each -> each.rule().equals("transform-duplicates"));
  }

  /** Each once, however many ways of publishing lead to it. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (Published way : transform.published()) {
      for (Finding finding : brought(way)) {
        if (told.add(List.of(finding.rule(), finding.location()))) {
          all.add(finding);
        }
      }
    }
    return all;
  }

  private List<Finding> brought(Published way) {
    if (way.result().fails() || !way.result().isFollowed()) {
      return List.of();
    }
    List<Finding> found = found(way.result(), transform.app()).toList();
    Set<List<?>> known =
        found.isEmpty()
            ? Set.of()
            : found(way.before(), way.app()).map(ResultFindings::said).collect(Collectors.toSet());
    return found.stream()
        .filter(finding -> !known.contains(said(finding)))
        .filter(finding -> !(duplicates && finding.rule().equals("duplicate-section")))
        .map(finding -> isHere(finding.location()) ? finding : brought(finding, way.result()))
        .toList();
  }

  /** What is found in what is published, where that comes from. */
  private Stream<Finding> found(TransformResult published, Optional<App> app) {
    RuleContext subject = RuleContext.of(published);
    return rules.apply(app.map(subject::governedBy).orElse(subject)).stream()
        .map(finding -> finding.moved(published::origin));
  }

  private static List<?> said(Finding finding) {
    return List.of(finding.rule(), finding.message(), finding.location());
  }

  /** At a value of the transform that it is about, or else at what that does to the section. */
  private Finding brought(Finding finding, TransformResult result) {
    Location place =
        finding.related().stream()
            .map(Related::location)
            .filter(this::isHere)
            .findFirst()
            .orElseGet(() -> done(result));
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

  private Location done(TransformResult result) {
    return result.steps().stream()
        .filter(step -> step.transform().file().path().equals(transform.file().path()))
        .filter(step -> step.changes() && TransformKind.bearsOnSection(step.element()))
        .map(TransformStep::element)
        .reduce((first, second) -> second)
        .flatMap(TransformKind::attribute)
        .map(order -> transform.file().locate(order.valueSpan()))
        .orElseGet(
            () ->
                transform
                    .file()
                    .locate(transform.config().orElseThrow().document().root().startTag()));
  }
}
