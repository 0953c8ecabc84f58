package dev.autoheal.report.html;

import dev.autoheal.change.Change;
import dev.autoheal.change.Difference;
import dev.autoheal.change.Effect;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.lint.SectionViews;
import dev.autoheal.lint.SectionViews.SectionView;
import dev.autoheal.report.SectionTitles;
import dev.autoheal.report.TextReport;
import java.util.List;
import java.util.Optional;

/** Writes the changes of each file, their meaning, and the monitoring section before and after. */
final class ChangesSection {
  /** The number of files that are shown; further files are only counted. */
  private static final int MOST = 200;

  private static final String[] COLUMNS = {"setting", "before", "after", "effect", "required by"};

  private final Mode mode;
  private final List<FileResult> files;

  /** Selects the changed files of a run. */
  ChangesSection(LintResult result) {
    this.mode = result.mode();
    this.files = result.files().stream().filter(file -> isChanged(file, mode)).toList();
  }

  private static boolean isChanged(FileResult file, Mode mode) {
    return !file.differences().isEmpty() || (mode.isFix() && !file.found().fixed().isEmpty());
  }

  /**
   * Returns the number of changes in all files; if the run fixes findings, that of fixed findings.
   */
  int count() {
    return files.stream()
        .mapToInt(file -> mode.isFix() ? file.found().fixed().size() : file.differences().size())
        .sum();
  }

  /** Returns the title of the section, without backticks. */
  String title() {
    return (mode.isFix() ? SectionTitles.fixed(mode) : SectionTitles.changes(mode))
        .replace("`", "");
  }

  /** Writes the title, and the changes of the first 200 files. */
  void write(HtmlWriter html) {
    html.open("section", "id", "changes", "aria-labelledby", "changes-title");
    html.element("h2", title(), "id", "changes-title");
    if (files.size() > MOST) {
      html.element("p", "showing %d of %d files".formatted(MOST, files.size()));
    }
    files.stream().limit(MOST).forEach(file -> write(file, html));
    html.close();
  }

  private void write(FileResult file, HtmlWriter html) {
    html.open("article");
    html.open("h3").path(file.path()).text(" ");
    file.app().ifPresent(app -> html.element("span", app, "class", "muted"));
    html.close();
    if (!file.differences().isEmpty()) {
      table(file.differences(), html);
    }
    if (mode.isFix()) {
      file.found().fixed().forEach(finding -> fixed(finding, html));
    }
    if (mode != Mode.CHECK) {
      file.change().sections().ifPresent(sections -> sideBySide(sections, html));
    }
    html.close();
  }

  /** States the ARIA roles again, since on a phone the rows are not laid out as a table. */
  private void table(List<Difference> differences, HtmlWriter html) {
    html.open("table", "class", "changes", "role", "table");
    html.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (String column : COLUMNS) {
      html.element("th", column(column), "scope", "col", "role", "columnheader");
    }
    html.close().close().open("tbody", "role", "rowgroup");
    for (Difference difference : differences) {
      html.open("tr", "role", "row");
      html.open("th", "scope", "row", "role", "rowheader").dotted(difference.name()).close();
      cell("before", difference.before(), html);
      cell("after", difference.after(), html);
      html.open("td", "role", "cell", "data-label", "effect").open("span");
      html.element("span", sign(difference), "class", "sign", "aria-hidden", "true");
      html.text(" " + difference.meaning()).close().close();
      html.open("td", "role", "cell", "data-label", column("required by"));
      html.path(place(difference)).close().close();
    }
    html.close().close();
  }

  private String column(String name) {
    return mode == Mode.REVIEW && name.equals("required by") ? "location" : name;
  }

  private static void cell(String label, String text, HtmlWriter html) {
    html.element("td", text.isEmpty() ? "–" : text, "role", "cell", "data-label", label);
  }

  /** Returns the sign for an effect. On a scale of time, earlier is left. */
  private static String sign(Difference difference) {
    Effect effect =
        difference.changes().stream().map(Change::effect).findFirst().orElse(Effect.NONE);
    return switch (effect) {
      case FIRES_EARLIER -> "←";
      case FIRES_LATER -> "→";
      case MIXED -> "↔";
      case NEW -> "+";
      case GONE -> "−";
      case ACTION_CHANGED -> "!";
      case UNKNOWN -> "?";
      case NONE -> "=";
    };
  }

  private static String place(Difference difference) {
    return difference.changes().stream()
        .map(Change::policy)
        .findFirst()
        .map(at -> at.path() + ":" + at.line())
        .orElse("");
  }

  private static void fixed(ReportedFinding finding, HtmlWriter html) {
    html.open("p", "class", "where");
    html.element("code", TextReport.place(finding.location()));
    html.text(" %s ".formatted(finding.fix().map(Fix::title).orElse(finding.message())));
    html.element("span", finding.rule(), "class", "muted").close();
  }

  private static void sideBySide(SectionViews sections, HtmlWriter html) {
    List<List<SideBySideDiff.Row>> hunks =
        SideBySideDiff.of(lines(sections.before()), lines(sections.after()));
    if (hunks.isEmpty()) {
      return;
    }
    html.open("table", "class", "beside", "role", "table");
    html.open("thead", "role", "rowgroup").open("tr", "role", "row");
    html.element("th", "before", "scope", "col", "role", "columnheader");
    html.element("th", "after", "scope", "col", "role", "columnheader").close().close();
    for (List<SideBySideDiff.Row> hunk : hunks) {
      html.open("tbody", "role", "rowgroup");
      for (SideBySideDiff.Row row : hunk) {
        html.open("tr", "role", "row", "class", row.isChanged() ? "changed" : "");
        line(row.before(), sections.before(), "del", html);
        line(row.after(), sections.after(), "ins", html);
        html.close();
      }
      html.close();
    }
    html.close();
  }

  private static List<String> lines(Optional<SectionView> side) {
    return side.stream().flatMap(present -> present.text().stripIndent().lines()).toList();
  }

  private static void line(
      Optional<SideBySideDiff.Line> line,
      Optional<SectionView> side,
      String mark,
      HtmlWriter html) {
    if (line.isEmpty()) {
      html.element("td", "", "role", "cell", "class", "none");
      return;
    }
    int number = side.orElseThrow().line() + line.get().number();
    html.open("td", "role", "cell", "class", kind(line.get(), mark), "data-line", "" + number);
    for (SideBySideDiff.Part part : line.get().parts()) {
      if (part.isChanged()) {
        html.element(mark, part.text());
      } else {
        html.text(part.text());
      }
    }
    html.close();
  }

  private static String kind(SideBySideDiff.Line line, String mark) {
    boolean isChanged = line.parts().stream().anyMatch(SideBySideDiff.Part::isChanged);
    boolean isWhole = line.parts().stream().allMatch(SideBySideDiff.Part::isChanged);
    return isWhole ? mark + " whole" : isChanged ? mark : "";
  }
}
