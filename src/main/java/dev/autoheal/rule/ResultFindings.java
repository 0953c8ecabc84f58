package dev.autoheal.rule;

import dev.autoheal.text.Finding;
import dev.autoheal.text.Finding.Related;
import dev.autoheal.text.Location;
import dev.autoheal.xdt.Step;
import dev.autoheal.xdt.Transformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a transform makes wrong that is right in the files by themselves: what is found in the
 * published file, and was not without the transform. It is told where the transform says it.
 */
final class ResultFindings {
  private final Subject transform;
  private final Function<Subject, List<Finding>> rules;
  private final Set<String> told = new HashSet<>();
  private final boolean duplicates;

  /**
   * Of a transform.
   *
   * @param own what is found in it by itself, which is not told again
   * @param rules what is found in a file
   */
  ResultFindings(Subject transform, List<Finding> own, Function<Subject, List<Finding>> rules) {
    this.transform = transform;
    this.rules = rules;
    own.forEach(finding -> told.add(said(finding.rule(), finding.location())));
    this.duplicates = own.stream().anyMatch(each -> each.rule().equals("transform-duplicates"));
  }

  /** Each once, however many ways of publishing lead to it. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (Published way : transform.published()) {
      for (Finding finding : brought(way)) {
        if (told.add(said(finding.rule(), finding.location()))) {
          all.add(finding);
        }
      }
    }
    return all;
  }

  private static String said(Object... parts) {
    return List.of(parts).toString();
  }

  private List<Finding> brought(Published way) {
    if (way.result().fails() || !way.result().isFollowed()) {
      return List.of();
    }
    Subject before = Subject.of(way.before());
    Subject after = Subject.of(way.result());
    Set<String> known = new HashSet<>();
    rules.apply(way.app().map(before::governedBy).orElse(before)).stream()
        .map(
            finding ->
                said(finding.rule(), finding.message(), way.before().origin(finding.location())))
        .forEach(known::add);
    return rules.apply(transform.app().map(after::governedBy).orElse(after)).stream()
        .filter(finding -> !(duplicates && finding.rule().equals("duplicate-section")))
        .filter(
            finding ->
                !known.contains(
                    said(
                        finding.rule(),
                        finding.message(),
                        way.result().origin(finding.location()))))
        .map(finding -> here(finding, way.result()))
        .toList();
  }

  /** At the value that the transform gives; where it gives none, at what it does to the section. */
  private Finding here(Finding finding, Transformed result) {
    Related own = new Related(result.origin(finding.location()), "the section");
    List<Related> related =
        finding.related().stream()
            .map(each -> new Related(result.origin(each.location()), each.message()))
            .toList();
    if (isHere(own.location())) {
      return new Finding(
          finding.rule(),
          finding.severity(),
          own.location(),
          finding.message(),
          Optional.empty(),
          related);
    }
    Location place =
        related.stream()
            .map(Related::location)
            .filter(this::isHere)
            .findFirst()
            .orElseGet(() -> done(result));
    return new Finding(
        finding.rule(),
        finding.severity(),
        place,
        "once published: " + finding.message(),
        Optional.empty(),
        Stream.concat(
                Stream.of(own), related.stream().filter(each -> !each.location().equals(place)))
            .toList());
  }

  private boolean isHere(Location location) {
    return location.path().equals(transform.file().path());
  }

  private Location done(Transformed result) {
    return result.steps().stream()
        .filter(step -> step.transform().file().path().equals(transform.file().path()))
        .filter(step -> step.changes() && Orders.bearOnSection(step.element()))
        .map(Step::element)
        .reduce((first, second) -> second)
        .flatMap(Orders::transform)
        .map(order -> transform.file().locate(order.valueSpan()))
        .orElseGet(
            () ->
                transform
                    .file()
                    .locate(transform.config().orElseThrow().document().root().startTag()));
  }
}
