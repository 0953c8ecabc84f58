package dev.autoheal.cli;

import dev.autoheal.report.AnsiColor;
import dev.autoheal.report.json.JsonObject;
import dev.autoheal.report.json.JsonWriter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RulePage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Formats the list of rules and the page of each rule. */
final class RuleExplanation {
  private static final String PAGES = "src/main/resources/rule/";

  private RuleExplanation() {}

  /**
   * Returns the page of a rule for a terminal.
   *
   * @param colour whether headings are bold
   */
  public static String page(Rule rule, boolean colour) {
    return RulePage.of(rule).plainText(heading -> AnsiColor.BOLD.on(heading, colour));
  }

  /**
   * Returns all rules for a terminal, one per line.
   *
   * @param colour whether rule ids are bold
   */
  public static String list(List<Rule> rules, boolean colour) {
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    StringBuilder list = new StringBuilder();
    for (Rule rule : rules) {
      list.append(AnsiColor.BOLD.on(rule.id(), colour))
          .append(" ".repeat(width - rule.id().length() + 2))
          .append("%-7s  ".formatted(severity(rule)))
          .append(rule.summary())
          .append('\n');
    }
    return list.append("\n`autoheal explain RULE` says more.\n").toString();
  }

  /** Returns all rules as the Markdown table of the README. */
  public static String table(List<Rule> rules) {
    StringBuilder table = new StringBuilder("| rule | severity | what it finds |\n|---|---|---|\n");
    for (Rule rule : rules) {
      table.append(
          "| [%s](%s%s.md) | %s | %s |\n"
              .formatted(rule.id(), PAGES, rule.id(), severity(rule), rule.summary()));
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

  private static String severity(Rule rule) {
    return rule.isOnByDefault() ? rule.severity().word() : "off";
  }
}
