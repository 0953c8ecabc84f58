package dev.autoheal.lint;

import static java.util.stream.Collectors.toSet;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Finding.Here;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.App;
import dev.autoheal.rule.FileContext;
import dev.autoheal.rule.Published;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.text.FileSpan;
import dev.autoheal.text.Span;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    own.forEach(finding -> reported.add(List.of(finding.rule(), finding.span())));
    this.duplicates = own.stream().anyMatch(each -> each.rule().equals("transform-duplicates"));
  }

  /** Returns each finding once, even if several ways of publishing lead to it. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (Published way : transform.published()) {
      for (Finding finding : caused(way)) {
        if (reported.add(List.of(finding.rule(), finding.span()))) {
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
    ParsedFile after = ParsedFile.of(way.result());
    List<Finding> found = found(after, transform.app().or(way::app));
    if (found.isEmpty()) {
      return List.of();
    }
    ParsedFile before = ParsedFile.of(way.before());
    Set<List<?>> known =
        found(before, way.app()).stream().map(each -> key(each, before)).collect(toSet());
    return found.stream()
        .filter(finding -> !known.contains(key(finding, after)))
        .filter(finding -> !(duplicates && finding.rule().equals("duplicate-section")))
        .map(finding -> caused(finding, after, way.result()))
        .toList();
  }

  /** Returns what the rules find in a published file. */
  private List<Finding> found(ParsedFile published, Optional<App> app) {
    return rules.apply(new RuleContext(published, FileContext.of(app), Optional.empty()));
  }

  private static List<?> key(Finding finding, ParsedFile published) {
    return List.of(finding.rule(), finding.message(), published.origin(finding.span()).locate());
  }

  /**
   * Moves a finding to the place in the transform that causes it: to that of its own text, else to
   * that of a related value, else to the last operation that changes the section.
   */
  private Finding caused(Finding finding, ParsedFile published, TransformResult result) {
    FileSpan own = published.origin(finding.span());
    if (isHere(own)) {
      List<Related> related =
          finding.related().stream().map(each -> moved(each, published)).toList();
      return finding(finding, own.span(), finding.message(), related);
    }
    Span place =
        finding.related().stream()
            .filter(Here.class::isInstance)
            .map(each -> published.origin(((Here) each).span()))
            .filter(this::isHere)
            .map(FileSpan::span)
            .findFirst()
            .orElseGet(() -> cause(result));
    List<Related> related = new ArrayList<>();
    related.add(transform.related(own, "the section"));
    finding.related().stream()
        .map(each -> moved(each, published))
        .filter(each -> !(each instanceof Here here && here.span().equals(place)))
        .forEach(related::add);
    return finding(finding, place, "once published: " + finding.message(), related);
  }

  private static Finding finding(
      Finding finding, Span place, String message, List<Related> related) {
    return new Finding(
        finding.rule(), finding.severity(), place, message, Optional.empty(), related);
  }

  private Related moved(Related related, ParsedFile published) {
    return related instanceof Here here
        ? transform.related(published.origin(here.span()), here.message())
        : related;
  }

  private boolean isHere(FileSpan place) {
    return place.isIn(transform.file().path());
  }

  private Span cause(TransformResult result) {
    return result.steps().stream()
        .filter(step -> step.transform().file().path().equals(transform.file().path()))
        .filter(step -> step.changes() && TransformType.bearsOnSection(step.element()))
        .map(TransformStep::element)
        .reduce((first, second) -> second)
        .flatMap(TransformType::attribute)
        .map(XmlAttribute::valueSpan)
        .orElseGet(() -> transform.config().orElseThrow().document().root().startTag());
  }
}
