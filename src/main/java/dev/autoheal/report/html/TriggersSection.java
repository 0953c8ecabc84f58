package dev.autoheal.report.html;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.SectionViews;
import dev.autoheal.lint.SectionViews.SectionView;
import dev.autoheal.policy.Plan;
import dev.autoheal.text.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes a chart of the triggers of each section, and the findings in each trigger. */
final class TriggersSection {
  /** The number of files that are shown; further files are only counted. */
  private static final int MOST = 100;

  private final List<FileResult> files;
  private final FindingsSection findings;

  /**
   * Selects the files with triggers. Files without findings and differences come last.
   *
   * @param findings the findings on the page, to link to
   */
  TriggersSection(LintResult result, FindingsSection findings) {
    this.files =
        result.files().stream()
            .filter(file -> file.change().sections().filter(TriggersSection::isDrawn).isPresent())
            .sorted(Comparator.comparing(TriggersSection::isQuiet))
            .toList();
    this.findings = findings;
  }

  private static boolean isDrawn(SectionViews sections) {
    return !TriggerRow.of(sections).isEmpty();
  }

  private static boolean isQuiet(FileResult file) {
    return file.findings().isEmpty() && file.differences().isEmpty();
  }

  /** Returns the number of files with triggers, shown or not. */
  int count() {
    return files.size();
  }

  /** Writes the title, the legend and the charts of the first 100 files. */
  void write(HtmlWriter html) {
    html.open("section", "id", "triggers", "aria-labelledby", "triggers-title");
    html.element("h2", "When the triggers fire", "id", "triggers-title");
    legend(html);
    if (files.size() > MOST) {
      html.element("p", "showing %d of %d files".formatted(MOST, files.size()));
    }
    files.stream().limit(MOST).forEach(file -> write(file, html));
    html.close();
  }

  private void legend(HtmlWriter html) {
    html.element(
        "p",
        "The dot marks the time window in which a trigger counts events. The tick marks the average"
            + " time between events at which it fires: 20 in 2 min is 1 per 6 s. A short bar means"
            + " that few events fire it, and a dot alone means that one does. Each memory chart has"
            + " its own scale.");
    html.open("ul", "class", "legend");
    key(html, "time window and rate that fires", svg -> window(svg, ""));
    key(html, "slower requests count", svg -> svg.diamond("taken", 50, 9));
    key(html, "before the change", svg -> window(svg, " ghost"));
    key(html, "out of reach: another limit applies first", svg -> svg.box("beyond", 0, 100, 0, 18));
    html.close();
  }

  private static void window(SvgWriter svg, String ghost) {
    svg.line("bar" + ghost, 10, 80, 9, 9);
    svg.line("pace" + ghost, 10, 10, 3, 15);
    svg.dot("window" + ghost, 80, 9);
  }

  private static void key(HtmlWriter html, String words, Consumer<SvgWriter> drawing) {
    html.open("li")
        .open("svg", "class", "track", "width", "44", "height", "18", "aria-hidden", "true");
    drawing.accept(new SvgWriter(html));
    html.close().text(words).close();
  }

  private void write(FileResult file, HtmlWriter html) {
    SectionViews sections = file.change().sections().orElseThrow();
    html.open("article", "class", "picture");
    html.open("h3").path(file.path()).text(" ");
    html.element("span", about(file, sections), "class", "muted").close();
    List<TriggerRow> rows = TriggerRow.of(sections);
    if (!rows.stream().allMatch(TriggerRow::isMemory)) {
      html.open("div", "class", "scale");
      TimeAxis.axis(html);
      html.close();
    }
    NavigableMap<Location, List<ReportedFinding>> shown = new TreeMap<>();
    for (ReportedFinding finding : file.findings()) {
      if (findings.anchor(finding).isPresent()) {
        shown.computeIfAbsent(finding.location(), at -> new ArrayList<>()).add(finding);
      }
    }
    html.open("ul", "class", "rows");
    for (TriggerRow row : rows) {
      html.open("li");
      html.open("div");
      html.element("b", row.known().name());
      words(row, html);
      row.in(shown).forEach(finding -> found(finding, html));
      html.close();
      draw(row, sections, html);
      html.close();
    }
    html.close().close();
  }

  private static String about(FileResult file, SectionViews sections) {
    String plan = sections.plan().map(Plan::words).orElse("");
    Optional<String> action = sections.after().or(sections::before).flatMap(SectionView::action);
    return String.join(
        " · ",
        List.of(file.app(), Optional.of(plan).filter(words -> !words.isEmpty()), action).stream()
            .flatMap(Optional::stream)
            .toList());
  }

  private static void words(TriggerRow row, HtmlWriter html) {
    row.ghost().ifPresent(was -> html.element("del", was.words()));
    row.after().ifPresent(is -> html.element(row.ghost().isPresent() ? "ins" : "span", is.words()));
  }

  private void found(ReportedFinding finding, HtmlWriter html) {
    html.open("a", "href", "#" + findings.anchor(finding).orElseThrow());
    FindingsSection.badge(finding.severity(), html);
    html.text(" " + finding.rule()).close();
  }

  private static void draw(TriggerRow row, SectionViews sections, HtmlWriter html) {
    if (row.isMemory()) {
      new MemoryChart(row, sections.plan(), html).draw();
    } else {
      new TriggerChart(row, sections.ending(), html).draw();
    }
  }
}
