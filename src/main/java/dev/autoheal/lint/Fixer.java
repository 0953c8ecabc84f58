package dev.autoheal.lint;

import dev.autoheal.change.FixVerifier;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Fix;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Applies the fixes of findings until none is left, so that one run is already the state that a
 * second one would leave.
 */
final class Fixer {
  /** One fix may make room for another, but not for ever. */
  private static final int ROUNDS = 10;

  private final boolean unsafe;
  private final Function<SourceFile, CheckResult> judge;
  private final List<Finding> fixed = new ArrayList<>();

  /**
   * For one file.
   *
   * @param unsafe whether fixes that may change the meaning are applied too
   * @param judge what is found in a state of the file
   */
  Fixer(boolean unsafe, Function<SourceFile, CheckResult> judge) {
    this.unsafe = unsafe;
    this.judge = judge;
  }

  /**
   * A file that was mended.
   *
   * @param edits from the file as it was
   * @param fixed the findings that were mended, as they stood in the round that mended them
   * @param remaining what is found afterwards
   */
  record Result(SourceFile after, Edits edits, List<Finding> fixed, CheckResult remaining) {}

  Result fix(SourceFile file) {
    SourceFile at = file;
    Edits all = Edits.of(List.of());
    CheckResult verdict = judge.apply(at);
    for (int round = 0; round < ROUNDS; round++) {
      Edits edits = choose(verdict.findings());
      if (edits.isEmpty()) {
        break;
      }
      all = all.then(edits, file.text());
      at = FixVerifier.of(at, edits);
      verdict = judge.apply(at);
    }
    return new Result(at, all, List.copyOf(fixed), verdict);
  }

  /** Of fixes that overlap the one of the earlier finding wins; the next round sees the other. */
  private Edits choose(List<Finding> findings) {
    List<Edit> chosen = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.fix().filter(this::isWanted).isPresent() && isFree(finding.fix().get(), chosen)) {
        chosen.addAll(finding.fix().get().edits());
        fixed.add(finding);
      }
    }
    return Edits.of(chosen);
  }

  private boolean isWanted(Fix fix) {
    return unsafe || fix.safe();
  }

  private static boolean isFree(Fix fix, List<Edit> chosen) {
    return fix.edits().stream()
        .noneMatch(edit -> chosen.stream().anyMatch(other -> touch(edit, other)));
  }

  private static boolean touch(Edit a, Edit b) {
    return a.span().start() <= b.span().end() && b.span().start() <= a.span().end();
  }
}
