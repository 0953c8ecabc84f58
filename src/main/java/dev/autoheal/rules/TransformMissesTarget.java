package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.WebConfig;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlElement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a transform of a section whose target does not exist. Publishing only warns when an
 * operation changes or replaces a missing element. An insert without a parent fails the publishing.
 */
final class TransformMissesTarget implements FileRule {
  @Override
  public String summary() {
    return "a transform does not find its target";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    for (EffectiveConfig outcome : context.outcomes()) {
      boolean isRepeated = outcome.repeats(context.file().path());
      outcome.result().ifPresent(result -> check(context, result, isRepeated, reporter));
    }
  }

  /**
   * Checks one result.
   *
   * @param isRepeated whether the transform is applied to its own result, where it may find nothing
   *     left to do
   */
  private static void check(
      RuleContext context, TransformResult result, boolean isRepeated, Reporter reporter) {
    XmlElement root = context.config().orElseThrow().document().root();
    Set<XmlElement> reported = new HashSet<>();
    for (TransformMessage message : result.messages()) {
      boolean isReported =
          message.kind() == TransformMessage.Kind.ERROR
              || message.kind() == TransformMessage.Kind.WARNING;
      if (isReported && message.file().path().equals(context.file().path())) {
        root.descendants()
            .filter(element -> element.startTag().contains(message.span()))
            .filter(element -> concernsSection(element, message))
            .filter(element -> !isRepeated || !isDone(element, result))
            .filter(reported::add)
            .forEach(element -> report(element, message, context, result, reporter));
      }
    }
  }

  /**
   * Returns whether a message is about the section. An error anywhere is, because nothing is then
   * published.
   */
  private static boolean concernsSection(XmlElement element, TransformMessage message) {
    return TransformType.bearsOnSection(element)
        ? !TransformType.isUnknown(element)
        : message.kind() == TransformMessage.Kind.ERROR;
  }

  private static void report(
      XmlElement element,
      TransformMessage message,
      RuleContext context,
      TransformResult result,
      Reporter reporter) {
    Optional<TransformStep> step =
        result.steps().stream()
            .filter(each -> each.transform().file().path().equals(message.file().path()))
            .filter(each -> each.element().span().equals(element.span()))
            .findFirst();
    boolean isDone = isDone(element, result);
    reporter.report(
        isDone ? Severity.WARNING : Severity.ERROR,
        message.span(),
        text(message, step),
        Optional.empty(),
        context.related(result.origin(WebConfig.of(result.document()).home()), "path in the base"));
  }

  private static boolean isDone(XmlElement element, TransformResult result) {
    return result.steps().stream()
        .filter(each -> each.element().equals(element))
        .anyMatch(TransformStep::changes);
  }

  private static String text(TransformMessage message, Optional<TransformStep> step) {
    if (message.kind() == TransformMessage.Kind.ERROR) {
      return "publishing fails: " + message.text();
    }
    return step.filter(each -> each.targets() == 0).isPresent()
        ? message.text() + "; correct the path or insert the target"
        : message.text();
  }
}
