package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.MisplacedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * Flags a section that has another name than {@code monitoring}. IIS fails the site for a section
 * that it does not know.
 */
final class UnknownSection implements FileRule {
  private static final String NAME = "monitoring";

  @Override
  public String summary() {
    return "the section has an unknown name";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (context.config().isEmpty()) {
      return;
    }
    WebConfig config = context.config().get();
    List<XmlElement> misnamed =
        MisplacedSections.of(config).misnamed().stream().filter(context::isChecked).toList();
    for (XmlElement element : misnamed) {
      boolean isFree =
          config.sections().isEmpty() && misnamed.size() == 1 && !isSwitchedOff(element);
      reporter.report(
          element.nameSpan(),
          "unknown section %s; %s"
              .formatted(Quoted.element(element.name()), advice(element.name())),
          isFree ? Optional.of(fix(element, config)) : Optional.empty());
    }
  }

  private static String advice(String seen) {
    if (seen.equalsIgnoreCase(NAME)) {
      return "use <monitoring> (names are case-sensitive)";
    }
    return Spelling.nearest(seen, List.of(NAME)).isPresent()
        ? "did you mean <monitoring>?"
        : "use <monitoring> with <triggers> and <actions>";
  }

  /**
   * Returns whether {@code enabled} switches off an invented section. Without this attribute, its
   * triggers would begin to work.
   */
  private static boolean isSwitchedOff(XmlElement element) {
    return element.attribute("enabled").filter(e -> !e.value().equals("true")).isPresent();
  }

  /** Renames the section. Other rules check its content once they see it under the new name. */
  private static Fix fix(XmlElement element, WebConfig config) {
    XmlEditor editor = new XmlEditor(config.document());
    editor.rename(element, NAME);
    Optional<XmlAttribute> enabled = element.attribute("enabled");
    enabled.ifPresent(editor::remove);
    return Fix.unsafe(
        "rename to <monitoring>" + (enabled.isPresent() ? " and remove enabled" : ""),
        editor.edits().list());
  }
}
