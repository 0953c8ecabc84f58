package dev.autoheal.lint;

import static java.util.stream.Collectors.toSet;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Finding.Here;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.App;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.FileContext;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.text.FileSpan;
import dev.autoheal.text.Span;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final Map<List<?>, TreeMap<Integer, Span>> spans = new HashMap<>();
  private final Set<String> rulesOfTransform;

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
    own.forEach(this::isNew);
    this.rulesOfTransform = own.stream().map(Finding::rule).collect(toSet());
  }

  /** Returns each finding once, even if several ways of publishing lead to it. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (EffectiveConfig outcome : transform.outcomes()) {
      for (Finding finding : caused(outcome)) {
        if (isNew(finding)) {
          all.add(finding);
        }
      }
    }
    return all;
  }

  /**
   * Records a finding; returns false if one with the same cause is known. For an element that a
   * transform inserts, only the span of its whole start tag is known in the result. So it is enough
   * that the spans overlap if the messages are equal.
   */
  private boolean isNew(Finding finding) {
    boolean isNew = reported.add(List.of(finding.rule(), finding.span()));
    TreeMap<Integer, Span> known =
        spans.computeIfAbsent(List.of(finding.rule(), finding.message()), key -> new TreeMap<>());
    Map.Entry<Integer, Span> before = known.floorEntry(finding.span().start());
    Map.Entry<Integer, Span> after = known.ceilingEntry(finding.span().start());
    boolean isKnown =
        (before != null && before.getValue().holdsStartOf(finding.span()))
            || (after != null && finding.span().holdsStartOf(after.getValue()));
    known.put(finding.span().start(), finding.span());
    return isNew && !isKnown;
  }

  private List<Finding> caused(EffectiveConfig outcome) {
    if (!outcome.isKnown()) {
      return List.of();
    }
    List<Finding> found = found(outcome.parsed(), outcome.app(), outcome.isRequired());
    if (found.isEmpty()) {
      return List.of();
    }
    ParsedFile base = outcome.files().base();
    Set<List<?>> known =
        found(base, outcome.files().baseApp(), !base.sections().isEmpty()).stream()
            .map(each -> key(each, base))
            .collect(toSet());
    return found.stream()
        .filter(finding -> !known.contains(key(finding, outcome.parsed())))
        .filter(finding -> !isExplained(finding, outcome))
        .flatMap(finding -> caused(finding, outcome).stream())
        .toList();
  }

  /** Returns whether a rule on transforms already reports the cause of a finding. */
  private boolean isExplained(Finding finding, EffectiveConfig outcome) {
    return switch (finding.rule()) {
      case "duplicate-section" ->
          rulesOfTransform.contains("transform-duplicates")
              || rulesOfTransform.contains("transform-not-repeatable");
      case "drift" ->
          outcome.parsed().sections().isEmpty()
              && (rulesOfTransform.contains("transform-misses-target")
                  || rulesOfTransform.contains("transform-inert"));
      default -> false;
    };
  }

  /** Returns what the rules find in a published file. */
  private List<Finding> found(ParsedFile published, Optional<App> app, boolean isRequired) {
    Optional<Comparison> comparison =
        app.filter(own -> isRequired)
            .map(own -> Comparison.of(published.config().orElseThrow(), own.desired(), true));
    return rules.apply(new RuleContext(published, FileContext.of(app), comparison));
  }

  private static List<?> key(Finding finding, ParsedFile published) {
    return List.of(finding.rule(), finding.message(), published.origin(finding.span()).locate());
  }

  /**
   * Moves a finding to the place in the transform that causes it: to that of its own text, else to
   * that of a related value, else to the last operation that changes the section. The result is
   * empty if another transform causes it.
   */
  private Optional<Finding> caused(Finding finding, EffectiveConfig outcome) {
    ParsedFile published = outcome.parsed();
    FileSpan own = published.origin(finding.span());
    if (isHere(own)) {
      List<Related> related =
          finding.related().stream().map(each -> moved(each, published)).toList();
      return Optional.of(finding(finding, own.span(), finding.message(), related));
    }
    Optional<Span> place =
        finding.related().stream()
            .filter(Here.class::isInstance)
            .map(each -> published.origin(((Here) each).span()))
            .filter(this::isHere)
            .map(FileSpan::span)
            .findFirst()
            .or(() -> cause(outcome));
    if (place.isEmpty() || !own.isIn(outcome.files().base().source().path())) {
      return Optional.empty();
    }
    List<Related> related = new ArrayList<>();
    related.add(transform.related(own, "the section"));
    finding.related().stream()
        .map(each -> moved(each, published))
        .filter(each -> !(each instanceof Here here && here.span().equals(place.get())))
        .forEach(related::add);
    return Optional.of(finding(finding, place.get(), "published: " + finding.message(), related));
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

  private static boolean mayReach(XmlElement element) {
    return TransformType.bearsOnSection(element) || TransformedSections.mayReach(element);
  }

  /**
   * Returns the last operation on the section if it is in this transform, or the start of this
   * transform if none is and it is the last one.
   */
  private Optional<Span> cause(EffectiveConfig outcome) {
    Optional<TransformStep> last =
        outcome.result().orElseThrow().steps().stream()
            .filter(step -> step.changes() && mayReach(step.element()))
            .reduce((first, second) -> second);
    List<ParsedFile> transforms = outcome.files().transforms();
    String path =
        last.map(step -> step.transform().file().path())
            .orElseGet(() -> transforms.get(transforms.size() - 1).source().path());
    return Optional.of(path)
        .filter(transform.file().path()::equals)
        .map(
            own ->
                last.flatMap(step -> TransformType.attribute(step.element()))
                    .map(XmlAttribute::valueSpan)
                    .orElseGet(
                        () -> transform.config().orElseThrow().document().root().startTag()));
  }
}
