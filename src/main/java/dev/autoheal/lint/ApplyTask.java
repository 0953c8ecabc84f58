package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.change.Rewrite;
import dev.autoheal.lint.FileResult.FileChange;
import dev.autoheal.lint.FileResult.Outcome;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Patch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rewrites sections to the values that the policy requires, or shows the changes. */
final class ApplyTask extends Task {
  private final boolean isCreating;
  private final Rewrite.Rebuild rebuild;

  /**
   * Creates a task.
   *
   * @param isCreating whether missing files that a policy names are created
   * @param rebuild the treatment of a section whose elements are ambiguous
   * @param isWritten whether the changes are written, not only shown
   */
  ApplyTask(boolean isCreating, Rewrite.Rebuild rebuild, boolean isWritten) {
    super(isWritten ? Mode.APPLY : Mode.DIFF);
    this.isCreating = isCreating;
    this.rebuild = rebuild;
  }

  @Override
  boolean isCreating() {
    return isCreating;
  }

  @Override
  FileResult run(FileJob job) throws IOException {
    RuleContext context = job.context();
    if (job.app().isEmpty()) {
      return unmatched(job);
    }
    if (context.comparison().orElse(null) instanceof Comparison.NotRoot) {
      return job.skipped(job.roots().whyNot(job.input()));
    }
    if (job.whyNotRewritten().isPresent()) {
      return job.skipped(job.whyNotRewritten().get());
    }
    Optional<Rewrite> rewrite =
        context
            .comparison()
            .flatMap(
                comparison ->
                    Rewrite.of(
                        context.config().orElseThrow(),
                        job.app().get().desired(),
                        comparison,
                        rebuild));
    return rewrite.isEmpty() || rewrite.get().edits().isEmpty()
        ? job.unchanged(job.check(), whyUntouched(context))
        : changed(job, rewrite.get());
  }

  /**
   * Handles a file that no app matches. If this run changes a file that is published with a
   * transform, that change may break the transform, so its findings are reported.
   */
  private static FileResult unmatched(FileJob job) {
    if (job.around().variants().filter(AppVariants::isChanged).isPresent()) {
      CheckResult checked = job.check();
      if (checked.all().findAny().isPresent()) {
        return job.unchanged(checked, whyUntouched(job.context()));
      }
    }
    return job.skipped("no app of the policy matches it");
  }

  /**
   * Returns why a file is left unchanged although it differs from the policy; empty when nothing
   * prevents a rewrite.
   */
  static Optional<String> whyUntouched(RuleContext context) {
    if (context.config().isEmpty()) {
      return Optional.of("not rewritten: the file cannot be read");
    }
    Comparison comparison = context.comparison().orElse(null);
    if (comparison instanceof Comparison.Conditional conditional) {
      return Optional.of("not rewritten: " + conditional.reason());
    }
    if (comparison instanceof Comparison.Refused refused) {
      boolean rebuildable = refused.structural() && context.config().get().section().isPresent();
      return Optional.of(
          "not rewritten: "
              + refused.reason()
              + (rebuildable ? "; fix it or run `autoheal apply --rebuild`" : ""));
    }
    boolean incomplete =
        comparison instanceof Comparison.Compared compared && !compared.incomplete().isEmpty();
    return incomplete ? Optional.of("not rewritten: the policy lacks values") : Optional.empty();
  }

  private FileResult changed(FileJob job, Rewrite rewrite) throws IOException {
    CheckResult after = job.check(rewrite.after());
    job.change(rewrite.after(), mode());
    CheckResult remaining = mode().isWritten() ? after : new ApplyPreview(job).remaining(after);
    return job.result(
        Outcome.changed(),
        job.findings(remaining, List.of(), 0),
        new FileChange(
            rewrite.differences(),
            Patch.of(
                job.input().exists() ? Optional.of(job.context().file()) : Optional.empty(),
                rewrite.after(),
                rewrite.edits()),
            job.sections(after.context())));
  }
}
