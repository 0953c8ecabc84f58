package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Fix;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.xdt.TransformKind;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code Insert} appends without looking: where a section stands already there are two then, and
 * the site is down, which nobody sees before it is published.
 */
final class TransformDuplicates implements Rule {
  @Override
  public String summary() {
    return "a transform inserts a section where one is already";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    subject.published().forEach(way -> check(subject, way.result(), reporter));
  }

  private static void check(RuleContext subject, TransformResult result, Reporter reporter) {
    List<XmlElement> sections =
        WebConfig.of(result.document()).sections().stream().map(Section::element).toList();
    for (int i = 0; i < sections.size() && sections.size() > 1; i++) {
      // Of two that one transform brings in the second is one too many.
      XmlElement own = sections.get(i);
      XmlElement other = sections.get(i == 0 ? 1 : 0);
      boolean isFirst = i == 0 && isOf(subject, result.origin(other));
      if (isOf(subject, result.origin(own)) && !isFirst) {
        boolean isSamePath = own.parent().equals(other.parent());
        Location place = result.origin(other);
        bringing(subject, result.origin(own), result)
            .ifPresent(
                step ->
                    report(step, isSamePath, isEarlier(subject, place, result), place, reporter));
      }
    }
  }

  private static boolean isOf(RuleContext subject, Location place) {
    return place.path().equals(subject.file().path());
  }

  /** Whether another transform brings it in, which is not there whenever this one is applied. */
  private static boolean isEarlier(RuleContext subject, Location place, TransformResult result) {
    return !isOf(subject, place) && !place.path().equals(result.document().file().path());
  }

  /** The step that brings in what stands there, itself or with an element around it. */
  private static Optional<TransformStep> bringing(
      RuleContext subject, Location place, TransformResult result) {
    return result.steps().stream()
        .filter(step -> step.transform().file().path().equals(place.path()))
        .filter(step -> step.verb().isInsert() && step.changes())
        .filter(step -> subject.file().locate(step.element().span()).holdsStartOf(place))
        .findFirst();
  }

  private static void report(
      TransformStep step,
      boolean isSamePath,
      boolean isEarlier,
      Location other,
      Reporter reporter) {
    boolean isSection = step.element().name().equals("monitoring");
    reporter.report(
        TransformKind.attribute(step.element()).orElseThrow().valueSpan(),
        "%s brings in a section where one is already, and with two IIS answers every request with 500.19: %s"
            .formatted(step.verb().word(), cure(isSection, isSamePath, isEarlier)),
        isSection && isSamePath && step.verb() == TransformType.INSERT
            ? Optional.of(fix(step, isEarlier))
            : Optional.empty(),
        new Related(other, "the other one"));
  }

  private static String cure(boolean isSection, boolean isSamePath, boolean isEarlier) {
    if (!isSamePath) {
      return "write the path where that one stands, and Replace";
    }
    if (!isSection) {
      return "insert what is missing alone";
    }
    return isEarlier ? "write Replace, behind an empty one with InsertIfMissing" : "write Replace";
  }

  /** What an earlier transform brings in may not be there when the app is published otherwise. */
  private static Fix fix(TransformStep step, boolean isEarlier) {
    XmlElement element = step.element();
    String order = TransformKind.attribute(element).orElseThrow().name();
    XmlEditor editor = new XmlEditor(step.transform());
    editor.set(element, order, TransformType.REPLACE.word());
    if (isEarlier) {
      Map<String, String> attributes = Map.of(order, TransformType.INSERT_IF_MISSING.word());
      editor.insertBefore(element, new XmlFragment(element.name(), attributes, List.of()));
    }
    return Fix.safe("write Replace", editor.edits().list());
  }
}
