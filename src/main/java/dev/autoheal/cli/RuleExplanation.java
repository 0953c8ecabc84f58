package dev.autoheal.cli;

import dev.autoheal.policy.read.BuiltInPresets;
import dev.autoheal.report.AnsiColor;
import dev.autoheal.report.TextStyle;
import dev.autoheal.report.WordWrap;
import dev.autoheal.report.json.JsonObject;
import dev.autoheal.report.json.JsonWriter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RulePage;
import dev.autoheal.rules.Rules;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Formats the list of rules and the page of each rule. */
final class RuleExplanation {
  private static final String PAGES = "src/main/resources/rule/";

  /** The least width of the column with the summaries. */
  private static final int LEAST = 20;

  private RuleExplanation() {}

  /** Returns the page of a rule for a terminal, with its examples indented. */
  public static String page(Rule rule, TextStyle style) {
    return new PageText(style).of(RulePage.of(rule).markdown());
  }

  /** Returns all rules for a terminal, one per line in groups, and the presets. */
  public static String list(TextStyle style) {
    StringBuilder list = new StringBuilder();
    Rules.groups()
        .forEach(
            (group, rules) -> {
              list.append(AnsiColor.BOLD.on(group, style.color())).append('\n');
              rules.forEach(rule -> list.append(line(rule, style)));
              list.append('\n');
            });
    return list.append(AnsiColor.BOLD.on("Built-in presets", style.color()))
        .append("\n  %s\n\n".formatted(String.join(", ", BuiltInPresets.NAMES)))
        .append("Run `autoheal explain NAME` for details.\n")
        .toString();
  }

  private static String line(Rule rule, TextStyle style) {
    String head = "  %-30s%-7s  ".formatted(rule.id(), label(rule));
    int width = Math.max(style.columns(), head.length() + LEAST);
    String hanging = " ".repeat(head.length());
    return String.join("\n", WordWrap.lines(head + rule.summary(), width, hanging)) + "\n";
  }

  /** Returns a preset as Markdown. */
  public static String presetPage(String name) {
    return "# %s\n\n```yaml\n%s```\n".formatted(name, BuiltInPresets.text(name));
  }

  /** Writes a preset as a JSON object. The stream stays open. */
  public static void presetJson(String name, OutputStream out) throws IOException {
    JsonWriter.write(
        new JsonObject().put("preset", name).put("yaml", BuiltInPresets.text(name)), out);
  }

  /** Returns all rules as the Markdown table in {@code docs/rules.md}. */
  public static String table(List<Rule> rules) {
    StringBuilder table = new StringBuilder("| rule | severity | what it finds |\n|---|---|---|\n");
    for (Rule rule : rules) {
      table.append(
          "| [%s](%s%s.md) | %s | %s |\n"
              .formatted(rule.id(), PAGES, rule.id(), label(rule), rule.summary()));
    }
    return table.toString();
  }

  /** Writes the rules and their pages as one JSON array. The stream stays open. */
  public static void json(List<Rule> rules, OutputStream out) throws IOException {
    JsonWriter.write(rules.stream().map(RuleExplanation::json), out);
  }

  private static JsonObject json(Rule rule) {
    JsonObject json =
        new JsonObject()
            .put("rule", rule.id())
            .put("severity", severity(rule))
            .put("summary", rule.summary());
    RulePage.of(rule).sections().forEach((heading, text) -> json.put(key(heading), text));
    return json;
  }

  /**
   * Turns a heading into a JSON key, for example {@code Why it matters} into {@code whyItMatters}.
   */
  private static String key(String heading) {
    String[] words = heading.toLowerCase(Locale.ROOT).split(" ", -1);
    StringBuilder key = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      key.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return key.toString();
  }

  private static String label(Rule rule) {
    return rule.isOnByDefault() ? rule.severity().label() : "off";
  }

  private static String severity(Rule rule) {
    return rule.isOnByDefault() ? rule.severity().word() : "off";
  }
}
