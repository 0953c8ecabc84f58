package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * Publishing obeys the attributes of a transform and takes them away; in a web.config nobody does,
 * and IIS fails a section for an attribute that it does not know.
 */
final class LeftoverTransform implements Rule {
  @Override
  public String summary() {
    return "an attribute of a transform stands in a web.config";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    Optional<XmlDocument> document = subject.config().map(WebConfig::document);
    boolean isConfig =
        subject.role() == WebConfig.Role.CONFIG || subject.role() == WebConfig.Role.RESULT;
    if (isConfig && document.filter(XmlDocument::declaresXdt).isPresent()) {
      document.get().root().descendants().forEach(element -> check(element, reporter));
    }
  }

  /** What stands on one element belongs together. */
  private static void check(XmlElement element, Reporter reporter) {
    List<XmlAttribute> orders =
        element.attributes().stream()
            .filter(attribute -> element.namespaceOf(attribute).equals(XmlDocument.XDT))
            .toList();
    if (!orders.isEmpty()) {
      boolean one = orders.size() == 1;
      reporter.report(
          orders.get(0).nameSpan(),
          "%s on %s %s: remove %s here, or keep %s in a transform such as Web.Release.config"
              .formatted(
                  Spelling.list(orders.stream().map(XmlAttribute::name).toList()),
                  element.name(),
                  one
                      ? "is an order to publishing, and IIS does not know it"
                      : "are orders to publishing, and IIS does not know them",
                  one ? "it" : "them",
                  one ? "it" : "them"));
    }
  }
}
