package dev.autoheal.report.json;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RulePage;
import dev.autoheal.rules.Rules;
import java.util.stream.Stream;

/** Describes the catalog of rules as SARIF does, with the pages that {@code explain} prints. */
final class SarifRules {
  private SarifRules() {}

  /** Returns a descriptor of each rule, in the order of the catalog. */
  static Stream<JsonObject> all() {
    return Rules.all().stream().map(SarifRules::descriptor);
  }

  /** Returns SARIF's word for a severity. */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.word();
  }

  private static JsonObject descriptor(Rule rule) {
    RulePage page = RulePage.of(rule);
    String level = level(rule.severity());
    String problem = rule.severity() == Severity.INFO ? "recommendation" : rule.severity().word();
    return new JsonObject()
        .put("id", rule.id())
        .put("shortDescription", text(rule.summary()))
        .put("fullDescription", text(firstParagraph(page.sections().get("What it does"))))
        .put("help", text(page.plainText()).put("markdown", page.markdown()))
        .put(
            "defaultConfiguration",
            new JsonObject().put("enabled", rule.isOnByDefault()).put("level", level))
        .put(
            "properties",
            new JsonObject()
                .put("problem.severity", problem)
                .put("tags", Stream.of("azure-app-service", "autoheal")));
  }

  private static String firstParagraph(String section) {
    return section.split("\n\n", 2)[0].replace('\n', ' ');
  }

  private static JsonObject text(String text) {
    return new JsonObject().put("text", text);
  }
}
