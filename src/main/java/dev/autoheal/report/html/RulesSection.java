package dev.autoheal.report.html;

import dev.autoheal.report.TerminalText;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RulePage;
import dev.autoheal.rules.Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The pages of the rules that found something, each once and folded in. */
final class RulesSection {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private final List<Rule> rules;

  /**
   * Of some rules.
   *
   * @param ids what a run names may be no rule; it has no page then
   */
  RulesSection(Set<String> ids) {
    this.rules = Rules.all().stream().filter(rule -> ids.contains(rule.id())).toList();
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  void write(HtmlWriter html) {
    html.open("section", "id", "rules", "aria-labelledby", "rules-title");
    html.element("h2", "The rules behind the findings", "id", "rules-title");
    for (Rule rule : rules) {
      html.open("details", "class", "rule");
      html.open("summary").open("h3", "id", anchor(rule.id()));
      html.text(rule.id()).close();
      html.element("span", rule.summary(), "class", "muted").close();
      html.open("div", "class", "page").raw(page(rule)).close();
      html.close();
    }
    html.close();
  }

  /** Where the page of a rule is, if it has one. */
  static String anchor(String id) {
    return "rule-" + id;
  }

  /** All below its title and the sentence that the summary says too. */
  private static String page(Rule rule) {
    String markdown = RulePage.of(rule).markdown();
    String sections = markdown.substring(markdown.indexOf("\n## ")).replace("\n## ", "\n#### ");
    // An example may hold what a browser does not show.
    String visible = sections.lines().map(TerminalText::clean).collect(Collectors.joining("\n"));
    return RENDERER.render(PARSER.parse(visible));
  }
}
