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

/** Writes the pages of the rules that found something, each once and collapsed. */
final class RulesSection {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private final List<Rule> rules;

  /**
   * Selects the rules to write.
   *
   * @param ids the ids in the findings of a run; an id without a rule has no page
   */
  RulesSection(Set<String> ids) {
    this.rules = Rules.all().stream().filter(rule -> ids.contains(rule.id())).toList();
  }

  /** Returns whether there is no page to write. */
  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Writes the title and the pages, in the order of all rules. */
  void write(HtmlWriter html) {
    html.open("section", "id", "rules", "aria-labelledby", "rules-title");
    html.element("h2", "Rules of these findings", "id", "rules-title");
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

  /** Returns the anchor of the page of a rule, whether or not the rule has a page. */
  static String anchor(String id) {
    return "rule-" + id;
  }

  /** Returns the page as HTML, without its title and the sentence that the summary repeats. */
  private static String page(Rule rule) {
    String markdown = RulePage.of(rule).markdown();
    String sections = markdown.substring(markdown.indexOf("\n## ")).replace("\n## ", "\n#### ");
    // An example may hold characters that a browser does not show.
    String visible = sections.lines().map(TerminalText::clean).collect(Collectors.joining("\n"));
    return RENDERER.render(PARSER.parse(visible));
  }
}
