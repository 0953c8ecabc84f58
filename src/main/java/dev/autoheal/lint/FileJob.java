package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.files.AtomicFile;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.FileResult.FileChange;
import dev.autoheal.policy.App;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A file that a task works on, with everything that the work needs.
 *
 * @param input the file, as it was found
 * @param context the file as the rules see it
 * @param around everything outside the file, which stays the same when the file changes
 * @param config the rules and exceptions under the policy of the file
 * @param roots the files of the run that this one may depend on
 * @param needs the data that only the reports need
 */
record FileJob(
    InputFile input,
    RuleContext context,
    FileContexts around,
    RuleConfig config,
    RootConfigs roots,
    ReportNeeds needs) {
  private static final String NOT_REWRITTEN =
      "the transform changes or removes the section of its base";

  /** Returns the app that matches the file; empty when none does. */
  Optional<App> app() {
    return around.app();
  }

  /** Checks the file with all rules. */
  CheckResult check() {
    return FileChecker.check(context, config);
  }

  /** Checks another version of the file with all rules. */
  CheckResult check(SourceFile version) {
    return FileChecker.check(
        around.context(ParsedFile.of(version, context.parsed().role())), config);
  }

  /**
   * Writes the file, if the mode says so. From then on the run checks other files against the new
   * content.
   */
  void change(SourceFile after, Mode mode) throws IOException {
    if (mode.isWritten()) {
      AtomicFile file = input.root().disk().file(input.path());
      if (input.exists()) {
        file.replace(context.file().bytes(), after.bytes());
      } else {
        file.create(after.bytes());
      }
    }
    roots.siblings().change(input, after);
  }

  /** Returns why the file is not rewritten, although an app matches it. */
  Optional<String> whyNotRewritten() {
    boolean isPatching =
        context.comparison().filter(Comparison.Patching.class::isInstance).isPresent();
    return isPatching ? Optional.of(NOT_REWRITTEN) : Optional.empty();
  }

  /** Returns the result of a file that the task leaves out. */
  FileResult skipped(String reason) {
    return FileResult.skipped(input.path(), app().map(App::name), reason);
  }

  /**
   * Returns the result of a file that stays as it is, with nothing but its findings.
   *
   * @param reason why it stays as it is; empty when no change was requested
   */
  FileResult unchanged(CheckResult checked, Optional<String> reason) {
    return result(
        FileResult.Outcome.unchanged(checked, reason),
        findings(checked, List.of(), 0),
        FileChange.unwritten(List.of(), sections()));
  }

  /** Returns the result of the file. */
  FileResult result(FileResult.Outcome outcome, FileResult.Findings found, FileChange change) {
    return new FileResult(input.path(), app().map(App::name), outcome, found, change);
  }

  /**
   * Returns the findings of a version of the file, ready for reports.
   *
   * @param fixed the findings that the task fixes one by one
   * @param fixedByApply the number of findings that {@code apply} would fix
   */
  FileResult.Findings findings(
      CheckResult checked, List<ReportedFinding> fixed, long fixedByApply) {
    return new FileResult.Findings(
        excerpts().of(checked), fixed, excerpts().suppressedIn(checked), fixedByApply);
  }

  /** Returns what makes the findings of the file ready for reports. */
  Excerpts excerpts() {
    return new Excerpts(needs.excerpts());
  }

  /** Returns the section as it is; empty unless a report shows it. */
  Optional<SectionViews> sections() {
    return needs.sections()
        ? Optional.of(SectionViews.of(Optional.empty(), context))
        : Optional.empty();
  }

  /** Returns the section before and after a change; empty unless a report shows it. */
  Optional<SectionViews> sections(RuleContext after) {
    return needs.sections()
        ? Optional.of(SectionViews.of(Optional.of(context), after))
        : Optional.empty();
  }
}
