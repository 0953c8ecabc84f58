package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.lint.FileResult.FileChange;
import dev.autoheal.rule.CheckResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reports findings and changes nothing. */
final class CheckTask extends Task {
  private final List<Path> transforms;

  /**
   * Creates a check.
   *
   * @param transforms files that are applied to each file before it is checked, in this order
   */
  CheckTask(List<Path> transforms) {
    super(Mode.CHECK);
    this.transforms = List.copyOf(transforms);
  }

  /** Returns the files that are applied to each file before it is checked, in this order. */
  List<Path> transforms() {
    return transforms;
  }

  @Override
  FileResult run(FileJob job) {
    CheckResult checked = FileChecker.check(job.context(), job.config());
    return job.result(
        FileResult.Outcome.unchanged(checked, Optional.empty()),
        job.findings(checked, List.of(), fixedByApply(job, checked)),
        FileChange.unwritten(
            job.context().comparison().map(Comparison::differencesOrNone).orElse(List.of()),
            job.sections()));
  }

  /** Counts the findings that {@code apply} would fix; 0 unless a report shows the number. */
  private static long fixedByApply(FileJob job, CheckResult checked) {
    boolean isShown =
        job.needs().preview()
            && !checked.findings().isEmpty()
            && job.context().comparison().isPresent()
            && ApplyTask.whyUntouched(job.context()).isEmpty();
    return isShown ? new ApplyPreview(job).fixedByApply(checked) : 0;
  }
}
