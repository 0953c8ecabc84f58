package dev.autoheal.rule;

import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Finding.Related;
import dev.autoheal.text.Fix;
import dev.autoheal.text.Location;
import dev.autoheal.xdt.Step;
import dev.autoheal.xdt.Transformed;
import dev.autoheal.xdt.Verb;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
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
  public void check(Subject subject, Reporter reporter) {
    subject.result().ifPresent(result -> check(subject, result, reporter));
  }

  private static void check(Subject subject, Transformed result, Reporter reporter) {
    List<XmlElement> sections =
        WebConfig.of(result.document()).sections().stream().map(Section::element).toList();
    for (int i = 0; i < sections.size() && sections.size() > 1; i++) {
      // Of two that one transform brings in the second is one too many.
      XmlElement own = sections.get(i);
      XmlElement other = sections.get(i == 0 ? 1 : 0);
      boolean isFirst = i == 0 && isOf(subject, result.origin(other));
      if (isOf(subject, result.origin(own)) && !isFirst) {
        boolean isSamePath = own.parent().equals(other.parent());
        Related related = new Related(result.origin(other), "the other one");
        bringing(subject, result.origin(own), result)
            .ifPresent(step -> report(step, isSamePath, related, reporter));
      }
    }
  }

  private static boolean isOf(Subject subject, Location place) {
    return place.path().equals(subject.file().path());
  }

  /** The step that brings in what stands there, itself or with an element around it. */
  private static Optional<Step> bringing(Subject subject, Location place, Transformed result) {
    return result.steps().stream()
        .filter(step -> step.transform().file().path().equals(place.path()))
        .filter(step -> step.verb().isInsert() && step.changes())
        .filter(step -> subject.file().locate(step.element().span()).holdsStartOf(place))
        .findFirst();
  }

  private static void report(Step step, boolean isSamePath, Related other, Reporter reporter) {
    XmlElement element = step.element();
    XmlAttribute order = Orders.transform(element).orElseThrow();
    boolean isSection = element.name().equals("monitoring");
    reporter.report(
        order.valueSpan(),
        "%s brings in a section where one is already, and with two IIS answers every request with 500.19: %s"
            .formatted(step.verb().word(), cure(isSection, isSamePath)),
        isSection && isSamePath && step.verb() == Verb.INSERT
            ? Optional.of(
                Fix.safe("write Replace", new Edit(order.valueSpan(), Verb.REPLACE.word())))
            : Optional.empty(),
        other);
  }

  private static String cure(boolean isSection, boolean isSamePath) {
    if (!isSamePath) {
      return "write the path where that one stands, and Replace";
    }
    return isSection ? "write Replace" : "insert what is missing alone";
  }
}
