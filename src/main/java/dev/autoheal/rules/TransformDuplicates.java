package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.text.FileSpan;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * Flags a transform that inserts a section where one already exists. {@code Insert} appends without
 * looking, so the published file has two sections and the site is down. That does not show before
 * the app is published.
 */
final class TransformDuplicates implements FileRule {
  @Override
  public String summary() {
    return "a transform adds a second section";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    for (EffectiveConfig outcome : context.outcomes()) {
      outcome.result().ifPresent(result -> check(context, outcome, result, reporter));
    }
  }

  private static void check(
      RuleContext context, EffectiveConfig published, TransformResult result, Reporter reporter) {
    List<XmlElement> sections =
        published.parsed().sections().stream().map(Section::element).toList();
    List<String> order = published.files().all().map(file -> file.source().path()).toList();
    for (XmlElement own : sections) {
      FileSpan place = result.origin(own);
      Optional<XmlElement> other =
          sections.stream()
              .filter(each -> isBefore(result.origin(each), each, place, own, order))
              .findFirst();
      if (other.isPresent() && place.isIn(context.file().path())) {
        FileSpan otherPlace = result.origin(other.get());
        insertingStep(place, result)
            .ifPresent(
                step ->
                    report(
                        step,
                        own.parent().equals(other.get().parent()),
                        isEarlier(context, otherPlace, result),
                        context.related(otherPlace, "first section"),
                        reporter));
      }
    }
  }

  /**
   * Returns whether a section was there before another one: it is from a file that comes earlier,
   * or it is before it in the result.
   */
  private static boolean isBefore(
      FileSpan place,
      XmlElement section,
      FileSpan otherPlace,
      XmlElement other,
      List<String> order) {
    if (place.equals(otherPlace)) {
      // The same element of a transform that is repeated, which another rule reports.
      return false;
    }
    int index = order.indexOf(place.file().path());
    int otherIndex = order.indexOf(otherPlace.file().path());
    return index < otherIndex
        || (index == otherIndex && section.span().start() < other.span().start());
  }

  /**
   * Returns whether another transform inserts the section. Such a section is not always there when
   * this transform is applied.
   */
  private static boolean isEarlier(RuleContext context, FileSpan place, TransformResult result) {
    return !place.isIn(context.file().path()) && !place.isIn(result.document().file().path());
  }

  /** Finds the step that inserts the element at a place, alone or with an element around it. */
  private static Optional<TransformStep> insertingStep(FileSpan place, TransformResult result) {
    return result.steps().stream()
        .filter(step -> place.isIn(step.transform().file().path()))
        .filter(step -> step.type().isInsert() && step.changes())
        .filter(step -> step.element().span().holdsStartOf(place.span()))
        .findFirst();
  }

  private static void report(
      TransformStep step, boolean isSamePath, boolean isEarlier, Related other, Reporter reporter) {
    boolean isSection = step.element().name().equals("monitoring");
    reporter.report(
        TransformType.attribute(step.element()).orElseThrow().valueSpan(),
        "%s adds a second <monitoring>, which IIS answers with 500.19; %s"
            .formatted(step.type().xmlName(), advice(isSection, isSamePath, isEarlier)),
        isSection && isSamePath && step.type() == TransformType.INSERT
            ? Optional.of(SafePattern.fix(step, isEarlier))
            : Optional.empty(),
        other);
  }

  private static String advice(boolean isSection, boolean isSamePath, boolean isEarlier) {
    if (!isSamePath) {
      return "use Replace at the other path";
    }
    if (!isSection) {
      return "insert only what is missing";
    }
    return isEarlier ? "use an empty InsertIfMissing, then Replace" : "use Replace";
  }
}
