package dev.autoheal.report;

import dev.autoheal.change.Difference;
import dev.autoheal.run.FileResult;
import dev.autoheal.run.FileResult.Status;
import dev.autoheal.run.RunResult;
import dev.autoheal.run.RunResult.Failure;
import dev.autoheal.text.Finding;
import dev.autoheal.text.Finding.State;
import dev.autoheal.text.Location;
import dev.autoheal.text.Severity;
import java.util.List;
import java.util.Optional;

/** A review for people: file by file what changes in meaning, what is new and what is fixed. */
final class ReviewText {
  private final Outcome outcome;
  private final RunResult result;
  private final StringBuilder text = new StringBuilder();

  ReviewText(Outcome outcome) {
    this.outcome = outcome;
    this.result = outcome.result();
  }

  String text() {
    if (result.failure() != Failure.NONE) {
      return "";
    }
    result.files().forEach(this::file);
    text.append(Paint.BOLD.on(TerminalText.clean(summary()), outcome.colour())).append('\n');
    return text.toString();
  }

  private void file(FileResult file) {
    if (file.status() == Status.CHANGED) {
      String what = isPolicy(file) ? ": the policy changed" : "";
      String path = TerminalText.clean(file.path());
      text.append(Paint.BOLD.on(path, outcome.colour())).append(what).append('\n');
    }
    List<Difference> placed = file.differences().stream().map(ReviewText::placed).toList();
    text.append(TextReport.differences(placed, outcome.colour()));
    for (Finding finding : file.findings()) {
      boolean isNew = finding.state().equals(Optional.of(State.NEW));
      boolean isMinor = finding.severity() == Severity.INFO;
      if (outcome.verbose() || (isNew && !isMinor)) {
        text.append(TextReport.finding(finding, outcome.colour()));
      }
    }
    file.fixed().forEach(this::fixed);
    if (outcome.verbose() && file.status() == Status.SKIPPED) {
      String reason = TextReport.shown(file.reason().orElseThrow());
      text.append("%s: skipped: %s\n".formatted(TerminalText.clean(file.path()), reason));
    }
  }

  /** Of a web.config that changed there is something to say. */
  private static boolean isPolicy(FileResult file) {
    return file.status() == Status.CHANGED && file.differences().isEmpty();
  }

  private static Difference placed(Difference difference) {
    Location at = difference.changes().get(0).policy();
    return new Difference(
        difference.kind(),
        difference.name(),
        difference.before(),
        difference.after(),
        difference.meaning() + (at.sourceLine().isEmpty() ? "" : " (line %d)".formatted(at.line())),
        difference.changes());
  }

  private void fixed(Finding finding) {
    if (outcome.verbose() || finding.severity() != Severity.INFO) {
      text.append(
          "%s: %s: %s %s\n"
              .formatted(
                  Paint.BOLD.on(TerminalText.clean(finding.location().path()), outcome.colour()),
                  Paint.GREEN.on("fixed", outcome.colour()),
                  TextReport.shown(finding.message()),
                  Paint.DIM.on("[" + finding.rule() + "]", outcome.colour())));
    }
  }

  private String summary() {
    long policies = result.files().stream().filter(ReviewText::isPolicy).count();
    long skipped = result.count(Status.SKIPPED);
    long files = result.files().size() - policies - skipped;
    SummaryLine line = new SummaryLine(result, outcome.verbose());
    String rest = line.ignored() + line.skipped();
    return "%s reviewed%s: %s, %s. %s%s"
        .formatted(
            SummaryLine.count(files, "file"),
            policies == 0 ? "" : ", " + SummaryLine.count(policies, "policy change"),
            SummaryLine.count(fresh(Severity.ERROR), "new error"),
            SummaryLine.count(fresh(Severity.WARNING), "new warning"),
            others(),
            rest)
        .strip();
  }

  private long fresh(Severity severity) {
    return result.findings().stream()
        .filter(finding -> finding.severity() == severity)
        .filter(finding -> finding.state().equals(Optional.of(State.NEW)))
        .count();
  }

  private String others() {
    long remaining = result.count(State.REMAINING);
    long fixed = result.count(State.FIXED);
    long changes = result.files().stream().mapToLong(file -> file.changes().size()).sum();
    return (remaining == 0 ? "" : "%d remaining. ".formatted(remaining))
        + (fixed == 0 ? "" : "%d fixed. ".formatted(fixed))
        + (changes == 0 ? "" : "%s of meaning. ".formatted(SummaryLine.count(changes, "change")));
  }
}
