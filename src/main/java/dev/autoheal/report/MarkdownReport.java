package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.change.Change;
import dev.autoheal.change.Difference;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a comment for a pull request, or the summary of a CI step. The most important parts come
 * first, and what does not fit into a comment is counted. The first line is a hidden marker by
 * which a bot finds its comment again.
 */
public final class MarkdownReport implements Report {
  private static final String NONE = "";

  /**
   * The limit of the summary in UTF-16 units; a thousand reasons why files were skipped would fill
   * a page.
   */
  private static final int LONGEST = 2_000;

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    LintResult result = input.result();
    MarkdownPage page = new MarkdownPage();
    page.add("<!-- autoheal:v1 key=%s -->\n".formatted(input.command()));
    page.add(
        "### autoheal %s: %s\n\n%s\n"
            .formatted(input.command(), input.word(), MarkdownText.harmless(summary(result))));
    page.table("Run errors", List.of("location", "message"), errors(result));
    page.table(
        SectionTitles.changes(result.mode()),
        List.of("file", "setting", "before", "after", "effect", placeColumn(result.mode())),
        changes(result));
    page.table(
        "Findings",
        List.of("severity", "location", "message", "rule"),
        input.findings().stream()
            .sorted(Comparator.comparing(ReportedFinding::severity).reversed())
            .map(f -> row(f.severity().label(), place(f), TextReport.message(f), f.rule()))
            .toList());
    page.table(
        SectionTitles.fixed(result.mode()),
        List.of("location", result.mode() == Mode.REVIEW ? "message" : "fix", "rule"),
        result.files().stream()
            .flatMap(file -> file.found().fixed().stream())
            .map(f -> row(place(f), fixed(f, result.mode()), f.rule()))
            .toList());
    page.table("Not changed", List.of("file", "reason"), leftAlone(result));
    page.blocks("Diffs", diffs(result));
    out.write(page.text().getBytes(UTF_8));
  }

  /**
   * Returns the title of the fix that was applied; in a review, the message of the fixed finding.
   */
  private static String fixed(ReportedFinding finding, Mode mode) {
    return TextReport.shown(
        finding.fix().filter(fix -> mode != Mode.REVIEW).map(Fix::title).orElse(finding.message()));
  }

  private static String summary(LintResult result) {
    String summary = new SummaryLine(result).textIfAny(TextStyle.PLAIN).strip();
    return summary.length() <= LONGEST
        ? summary
        : summary.substring(0, summary.offsetByCodePoints(0, LONGEST / 2)) + "… (cut)";
  }

  private static String place(ReportedFinding finding) {
    return TextReport.place(finding.location());
  }

  private static String placeColumn(Mode mode) {
    return mode == Mode.REVIEW ? "location" : "policy";
  }

  private static List<String> errors(LintResult result) {
    return result.errors().stream()
        .map(error -> row(place(error), TextReport.shown(error.message())))
        .toList();
  }

  private static String place(Problem error) {
    return error.location().path().isEmpty() ? NONE : TextReport.place(error.location());
  }

  private static List<String> changes(LintResult result) {
    return result.files().stream()
        .flatMap(file -> file.differences().stream().map(change -> row(file, change)))
        .toList();
  }

  private static String row(FileResult file, Difference difference) {
    return row(
        file.path(),
        TextReport.shown(difference.name()),
        TextReport.shown(difference.before()),
        TextReport.shown(difference.after()),
        TextReport.shown(difference.meaning()),
        difference.changes().stream()
            .map(Change::policy)
            .findFirst()
            .map(at -> at.path() + ":" + at.line())
            .orElse(NONE));
  }

  private static List<String> leftAlone(LintResult result) {
    return result.files().stream()
        .filter(file -> file.status() != FileResult.Status.SKIPPED)
        .flatMap(file -> file.reason().map(why -> row(file.path(), TextReport.shown(why))).stream())
        .toList();
  }

  /** Returns a table row whose cells may hold any text. */
  private static String row(String... cells) {
    return Stream.of(cells)
        .map(TerminalText::clean)
        .map(MarkdownText::harmless)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static List<String> diffs(LintResult result) {
    return result.files().stream()
        .filter(file -> !file.change().patch().isEmpty())
        .map(MarkdownReport::diff)
        .toList();
  }

  private static String diff(FileResult file) {
    String patch = new String(file.change().patch().bytes(), UTF_8).replace("\r\n", "\n");
    Optional<String> reason =
        PatchFilter.isBinary(patch)
            ? Optional.of("is a binary patch, which git needs for UTF-16")
            : PatchFilter.reason(file.change().patch());
    return reason
        .map(
            why ->
                "The diff of %s is not shown because it %s.\n"
                    .formatted(MarkdownText.harmless(TerminalText.clean(file.path())), why))
        .orElseGet(() -> MarkdownText.fenced("diff", patch));
  }
}
