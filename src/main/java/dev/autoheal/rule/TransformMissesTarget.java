package dev.autoheal.rule;

import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Finding.Related;
import dev.autoheal.xdt.Message;
import dev.autoheal.xdt.Step;
import dev.autoheal.xdt.Transformed;
import dev.autoheal.xdt.Verb;

/**
 * What changes or replaces an element that is not there only warns when an app is published, and
 * what is inserted without a parent fails the publishing.
 */
final class TransformMissesTarget implements Rule {
  @Override
  public String summary() {
    return "a transform is for a section that is not there";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    subject.published().forEach(way -> check(subject, way.result(), reporter));
  }

  private static void check(Subject subject, Transformed result, Reporter reporter) {
    String path = subject.file().path();
    result.steps().stream()
        .filter(step -> step.transform().file().path().equals(path))
        .filter(step -> !step.verb().isInsert() && step.targets() == 0)
        .filter(step -> Orders.bearOnSection(step.element()))
        .forEach(step -> report(step, result, reporter));
    result.messages().stream()
        .filter(message -> message.kind() == Message.Kind.ERROR)
        .filter(message -> message.file().path().equals(path) && isInsert(message, subject))
        .forEach(
            message ->
                reporter.report(
                    message.span(), message.text() + ": the publishing fails", base(result)));
  }

  private static void report(Step step, Transformed result, Reporter reporter) {
    reporter.report(
        Orders.transform(step.element()).orElseThrow().valueSpan(),
        "%s finds no such %s, so that nothing happens but a warning at publishing: write the path"
                .formatted(step.verb().word(), step.element().name())
            + " where it stands, or insert it",
        base(result));
  }

  /** What is no order at all is found elsewhere. */
  private static boolean isInsert(Message message, Subject subject) {
    return subject
        .config()
        .orElseThrow()
        .document()
        .root()
        .descendants()
        .filter(Orders::bearOnSection)
        .flatMap(element -> Orders.transform(element).stream())
        .filter(order -> order.valueSpan().equals(message.span()))
        .anyMatch(order -> order.value().startsWith(Verb.INSERT.word()));
  }

  private static Related base(Transformed result) {
    WebConfig config = WebConfig.of(result.document());
    return new Related(result.origin(config.home()), "what the base has");
  }
}
