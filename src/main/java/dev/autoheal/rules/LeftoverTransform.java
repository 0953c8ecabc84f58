package dev.autoheal.rules;

import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * Flags an attribute of a transform in a web.config. Publishing executes and removes such
 * attributes in a transform only. IIS fails a section for an attribute that it does not know.
 */
final class LeftoverTransform implements FileRule {
  @Override
  public String summary() {
    return "web.config contains an attribute of a transform";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    Optional<XmlDocument> document = context.config().map(WebConfig::document);
    boolean isConfig =
        context.parsed().role() == WebConfig.Role.CONFIG
            || context.parsed().role() == WebConfig.Role.RESULT;
    if (isConfig && document.filter(XmlDocument::declaresXdt).isPresent()) {
      document.get().root().descendants().forEach(element -> check(element, reporter));
    }
  }

  /** Reports all such attributes of one element as one finding. */
  private static void check(XmlElement element, Reporter reporter) {
    List<XmlAttribute> xdtAttributes =
        element.attributes().stream()
            .filter(attribute -> element.namespaceOf(attribute).equals(XmlDocument.XDT))
            .toList();
    if (!xdtAttributes.isEmpty()) {
      String names =
          Spelling.list(
              xdtAttributes.stream().map(XmlAttribute::name).map(Quoted::literal).toList());
      String they = xdtAttributes.size() == 1 ? "it" : "them";
      reporter.report(
          xdtAttributes.get(0).nameSpan(),
          "unexpected %s on %s; remove %s or move %3$s to a transform"
              .formatted(names, Quoted.element(element.name()), they));
    }
  }
}
