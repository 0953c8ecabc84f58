package dev.autoheal.report.html;

import dev.autoheal.finding.Fix;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.report.TextReport;
import dev.autoheal.text.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the findings, the most severe first. It shows as many as a browser can show at once, and
 * states how many there are. The filter controls are hidden until the script enables them.
 */
final class FindingsSection {
  private static final int MOST = 500;
  private static final String NO_APP = "no app";

  /** Sorts the findings by urgency, the most urgent first. */
  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::isFixed)
          .thenComparing(found -> !found.finding.isNew())
          .thenComparing(found -> found.finding.severity(), Comparator.reverseOrder())
          .thenComparing(Found::finding);

  /**
   * A finding and the app of its file.
   *
   * @param finding the finding
   * @param app the name of the app, or {@code no app}
   */
  private record Found(ReportedFinding finding, String app) {
    /** Returns whether a review no longer found the finding. */
    boolean isFixed() {
      return finding.state().equals(Optional.of(State.FIXED));
    }

    /** Returns the state as bots read it; empty outside a review. */
    String state() {
      return finding.state().map(State::word).orElse("");
    }
  }

  private final List<Found> all = new ArrayList<>();
  private final List<Found> shown;
  private final IdentityHashMap<ReportedFinding, String> anchors = new IdentityHashMap<>();

  /** Collects the findings of a run, also the fixed ones of a review, and sorts them. */
  FindingsSection(LintResult result) {
    for (FileResult file : result.files()) {
      String app = file.app().orElse(NO_APP);
      file.findings().forEach(finding -> all.add(new Found(finding, app)));
      file.found().fixed().stream()
          .filter(finding -> finding.state().isPresent())
          .forEach(finding -> all.add(new Found(finding, app)));
    }
    result.policyFindings().forEach(finding -> all.add(new Found(finding, NO_APP)));
    all.sort(ORDER);
    shown = all.subList(0, Math.min(MOST, all.size()));
    shown.forEach(found -> anchors.put(found.finding, "finding-" + (anchors.size() + 1)));
  }

  /** Returns the number of findings, shown or not. */
  int count() {
    return all.size();
  }

  /** Returns the ids of the rules whose findings are shown. */
  Set<String> rules() {
    return shown.stream().map(found -> found.finding.rule()).collect(Collectors.toSet());
  }

  /** Returns the anchor of a finding on the page; empty if the page does not show it. */
  Optional<String> anchor(ReportedFinding finding) {
    return Optional.ofNullable(anchors.get(finding));
  }

  /** Writes the title, the filters and the first 500 findings. */
  void write(HtmlWriter html) {
    html.open("section", "id", "findings", "aria-labelledby", "findings-title");
    html.element("h2", "Findings", "id", "findings-title");
    filters(html);
    html.element("p", count(shown.size(), all.size()), "id", "count", "role", "status");
    html.open("ol", "id", "list");
    shown.forEach(found -> write(found, html));
    html.close().close();
  }

  /** Returns how many of how many findings are shown, in the words that the script uses too. */
  static String count(int shown, int all) {
    return shown == all
        ? "showing all %d".formatted(all)
        : "showing %d of %d, the most severe first".formatted(shown, all);
  }

  private void filters(HtmlWriter html) {
    html.open(
        "div", "id", "filters", "role", "search", "aria-label", "Findings", "hidden", "hidden");
    choices("Severity", "severity", found -> found.finding.severity().label(), html);
    choices("State", "state", Found::state, html);
    choices("App", "app", Found::app, html);
    choices("Rule", "rule", found -> found.finding.rule(), html);
    html.open("label").text("Text");
    html.empty("input", "type", "search", "id", "text", "autocomplete", "off").close();
    html.element("button", "Show all", "type", "button", "id", "reset");
    html.close();
  }

  /** Writes a choice of values, or nothing if there are fewer than two. */
  private void choices(String name, String id, Function<Found, String> value, HtmlWriter html) {
    Map<String, Long> values =
        shown.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
    if (values.size() < 2) {
      return;
    }
    html.open("label").text(name);
    html.open("select", "id", id, "autocomplete", "off");
    html.element("option", "all", "value", "*");
    for (String each : new TreeSet<>(values.keySet())) {
      html.element("option", "%s (%d)".formatted(each, values.get(each)), "value", each);
    }
    html.close().close();
  }

  private void write(Found found, HtmlWriter html) {
    ReportedFinding finding = found.finding;
    html.open(
        "li",
        "id",
        anchors.get(finding),
        "class",
        "finding " + finding.severity().word(),
        "data-severity",
        finding.severity().label(),
        "data-state",
        found.state(),
        "data-app",
        found.app,
        "data-rule",
        finding.rule());
    html.open("h3");
    badge(finding.severity(), html);
    html.text(" " + finding.message()).close();
    html.open("p", "class", "where");
    finding
        .state()
        .ifPresent(state -> html.element("b", state.word(), "class", state.word()).text(" "));
    html.element("code", TextReport.place(finding.location())).text(" ");
    html.element("a", finding.rule(), "href", "#" + RulesSection.anchor(finding.rule())).text(" ");
    html.element("span", found.app, "class", "muted").close();
    HtmlExcerpt.write(finding.location(), html);
    finding.related().forEach(related -> related(related, html));
    finding.fix().ifPresent(fix -> fix(fix, html));
    html.close();
  }

  /** Writes a severity as a symbol and as a word. */
  static void badge(Severity severity, HtmlWriter html) {
    html.element("span", severity.label(), "class", "badge " + severity.word());
  }

  private static void related(ReportedFinding.Related related, HtmlWriter html) {
    Location at = related.location();
    html.open("p", "class", "note");
    html.element("code", "%s:%d".formatted(at.path(), at.line()));
    html.text(" " + related.message()).close();
  }

  private static void fix(Fix fix, HtmlWriter html) {
    html.open("p", "class", "note").text("Fix with ");
    html.element("code", fix.safe() ? "check --fix" : "check --fix --unsafe-fixes");
    html.text(": " + fix.title()).close();
  }
}
