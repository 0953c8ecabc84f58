package dev.autoheal.lint;

import dev.autoheal.lint.FileResult.FileChange;
import dev.autoheal.lint.FileResult.Outcome;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.text.Patch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Fixes findings one by one, or shows the fixes. */
final class FixTask extends Task {
  private final boolean isUnsafe;

  /**
   * Creates a task.
   *
   * @param isUnsafe whether fixes that may change the meaning are made too
   * @param isWritten whether the fixes are written, not only shown
   */
  FixTask(boolean isUnsafe, boolean isWritten) {
    super(isWritten ? Mode.FIX : Mode.SHOW_FIXES);
    this.isUnsafe = isUnsafe;
  }

  @Override
  FileResult run(FileJob job) throws IOException {
    if (job.context().config().isEmpty()) {
      return job.unchanged(job.check(), Optional.empty());
    }
    Fixer.Result result = new Fixer(isUnsafe, job.excerpts(), job::check).fix(job.context().file());
    if (result.edits().isEmpty()) {
      return job.unchanged(result.remaining(), Optional.empty());
    }
    CheckResult remaining =
        mode().isWritten()
            ? result.remaining()
            : new ApplyPreview(job).remaining(result.remaining());
    job.change(result.after(), mode());
    return job.result(
        Outcome.changed(),
        job.findings(remaining, result.fixed(), 0),
        new FileChange(
            List.of(),
            Patch.of(Optional.of(job.context().file()), result.after(), result.edits()),
            job.sections(result.remaining().context())));
  }
}
