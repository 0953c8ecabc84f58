package dev.autoheal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.SummaryLine;
import dev.autoheal.report.TextReport;
import dev.autoheal.report.TextStyle;
import dev.autoheal.report.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes one page for people, which needs no server and no network. It shows the changes, the
 * findings, and when the triggers fire.
 */
public final class HtmlReport implements Report {
  private ReportInput input;
  private LintResult result;
  private ChangesSection changes;
  private FindingsSection findings;
  private TriggersSection triggers;
  private RulesSection rules;
  private List<FileResult> leftAlone;

  @Override
  public void write(ReportInput whole, OutputStream out) throws IOException {
    input = whole;
    result = whole.result();
    changes = new ChangesSection(result);
    findings = new FindingsSection(result);
    triggers = new TriggersSection(result, findings);
    rules = new RulesSection(findings.rules());
    leftAlone =
        result.files().stream()
            .filter(file -> file.reason().isPresent() && file.status() != Status.SKIPPED)
            .toList();
    String title = "autoheal %s: %s".formatted(input.command(), input.word());
    out.write(HtmlPage.of(title, this::body).getBytes(UTF_8));
  }

  private void body(HtmlWriter html) {
    html.element("a", "Skip to content", "class", "skip", "href", "#content");
    header(html);
    html.open("main", "id", "content", "tabindex", "-1");
    if (!result.errors().isEmpty()) {
      errors(html);
    }
    if (changes.count() > 0) {
      changes.write(html);
    }
    if (!leftAlone.isEmpty()) {
      leftAlone(html);
    }
    if (findings.count() > 0) {
      findings.write(html);
    }
    if (triggers.count() > 0) {
      triggers.write(html);
    }
    if (!rules.isEmpty()) {
      rules.write(html);
    }
    html.close();
    html.element(
        "footer",
        "autoheal %s. This page is self-contained and stores nothing.".formatted(Version.NUMBER));
  }

  private void header(HtmlWriter html) {
    html.open("header", "class", input.word());
    html.open("h1").text("autoheal %s: ".formatted(input.command()));
    html.element("span", input.word(), "class", "outcome").close();
    html.open("p", "class", "summary");
    html.prose(new SummaryLine(result).textIfAny(TextStyle.PLAIN).strip()).close();
    html.open("dl");
    boolean isReview = result.mode() == Mode.REVIEW;
    if (!isReview) {
      count("checked", result.files().size() - result.count(Status.SKIPPED), "", html);
    }
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      long number = input.findings().stream().filter(each -> each.severity() == severity).count();
      count((isReview ? "new " : "") + severity.label() + "s", number, severity.word(), html);
    }
    if (isReview) {
      count("remaining", result.count(State.REMAINING), "", html);
      count("fixed", result.count(State.FIXED), "", html);
    }
    count("changes", changes.count(), "", html);
    html.close();
    html.open("nav", "aria-label", "On this page").open("ul");
    link("errors", "Run errors", result.errors().size(), html);
    link("changes", changes.title(), changes.count(), html);
    link("left", "Not changed", leftAlone.size(), html);
    link("findings", "Findings", findings.count(), html);
    link("triggers", "When the triggers fire", triggers.count(), html);
    link("rules", "Rules", findings.rules().size(), html);
    html.close().close().close();
  }

  private static void count(String name, long number, String kind, HtmlWriter html) {
    html.open("div", "class", number == 0 ? "zero" : kind);
    html.element("dt", name);
    html.element("dd", Long.toString(number)).close();
  }

  private static void link(String id, String title, int count, HtmlWriter html) {
    if (count > 0) {
      html.open("li").open("a", "href", "#" + id).text(title + " ");
      html.element("span", Integer.toString(count)).close().close();
    }
  }

  private void errors(HtmlWriter html) {
    html.open("section", "id", "errors", "aria-labelledby", "errors-title");
    html.element("h2", "Run errors", "id", "errors-title").open("ul", "class", "plain");
    for (Problem error : result.errors()) {
      html.open("li", "class", "finding error").open("h3");
      FindingsSection.badge(Severity.ERROR, html);
      html.text(" " + error.message()).close();
      if (!error.location().path().isEmpty()) {
        html.open("p", "class", "where");
        html.element("code", TextReport.place(error.location())).close();
        HtmlExcerpt.write(error.location(), html);
      }
      html.close();
    }
    html.close().close();
  }

  private void leftAlone(HtmlWriter html) {
    html.open("section", "id", "left", "aria-labelledby", "left-title");
    html.element("h2", "Not changed", "id", "left-title").open("ul", "class", "plain");
    for (FileResult file : leftAlone) {
      html.open("li").element("code", file.path());
      html.text(" " + file.reason().orElseThrow()).close();
    }
    html.close().close();
  }
}
