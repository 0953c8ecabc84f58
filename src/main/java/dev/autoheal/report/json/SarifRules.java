package dev.autoheal.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RulePage;
import dev.autoheal.rules.Rules;
import java.io.IOException;

/**
 * Writes the catalog of rules as SARIF describes it, with the pages that {@code explain} prints.
 */
final class SarifRules {
  private SarifRules() {}

  /** Writes the field {@code rules} of the object that is being written. */
  static void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (Rule rule : Rules.all()) {
      write(rule, json);
    }
    json.writeEndArray();
  }

  /** Returns SARIF's word for a severity. */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.word();
  }

  private static void write(Rule rule, JsonGenerator json) throws IOException {
    RulePage page = RulePage.of(rule);
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    text("shortDescription", rule.summary(), json);
    text("fullDescription", firstParagraph(page.sections().get("What it does")), json);
    json.writeObjectFieldStart("help");
    json.writeStringField("text", RulePage.of(rule).plainText());
    json.writeStringField("markdown", page.markdown());
    json.writeEndObject();
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeBooleanField("enabled", rule.isOnByDefault());
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField(
        "problem.severity",
        rule.severity() == Severity.INFO ? "recommendation" : rule.severity().word());
    json.writeArrayFieldStart("tags");
    json.writeString("azure-app-service");
    json.writeString("autoheal");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String firstParagraph(String section) {
    return section.split("\n\n", 2)[0].replace('\n', ' ');
  }

  private static void text(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
