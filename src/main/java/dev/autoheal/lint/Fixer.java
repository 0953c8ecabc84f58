package dev.autoheal.lint;

import dev.autoheal.change.FixVerifier;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Applies the fixes of findings until none is left, so that a second run would change nothing more.
 */
final class Fixer {
  /** The limit on rounds: one fix may make another possible, but not without end. */
  private static final int ROUNDS = 10;

  private final boolean unsafe;
  private final Excerpts excerpts;
  private final Function<SourceFile, CheckResult> check;
  private final List<ReportedFinding> fixed = new ArrayList<>();

  /**
   * Creates a fixer for one file.
   *
   * @param unsafe whether fixes that may change the meaning are applied too
   * @param excerpts makes the fixed findings ready for reports
   * @param check checks one state of the file
   */
  Fixer(boolean unsafe, Excerpts excerpts, Function<SourceFile, CheckResult> check) {
    this.unsafe = unsafe;
    this.excerpts = excerpts;
    this.check = check;
  }

  /**
   * A file after its fixes.
   *
   * @param after the fixed file
   * @param edits the edits from the original file to the fixed one
   * @param fixed the fixed findings, each with its location in the round that fixed it
   * @param remaining the findings of the fixed file
   */
  record Result(
      SourceFile after, Edits edits, List<ReportedFinding> fixed, CheckResult remaining) {}

  /**
   * Applies fixes in rounds and checks the file again after each round. The edits of each round are
   * verified. Fixing stops when no fix applies, or after ten rounds.
   */
  Result fix(SourceFile file) {
    SourceFile at = file;
    Edits all = Edits.of(List.of());
    CheckResult result = check.apply(at);
    for (int round = 0; round < ROUNDS; round++) {
      Edits edits = choose(result);
      if (edits.isEmpty()) {
        break;
      }
      all = all.then(edits, file.text());
      at = FixVerifier.of(at, edits);
      result = check.apply(at);
    }
    return new Result(at, all, List.copyOf(fixed), result);
  }

  /**
   * Chooses the fixes of one round. If two fixes overlap or touch, the fix of the earlier finding
   * wins; the next round sees the other one.
   */
  private Edits choose(CheckResult result) {
    List<Edit> chosen = new ArrayList<>();
    NavigableMap<Integer, Integer> taken = new TreeMap<>();
    for (Finding finding : result.findings()) {
      if (finding.fix().filter(this::isWanted).isPresent() && isFree(finding.fix().get(), taken)) {
        for (Edit edit : finding.fix().get().edits()) {
          chosen.add(edit);
          taken.merge(edit.span().start(), edit.span().end(), Math::max);
        }
        fixed.add(excerpts.of(finding, result.context().parsed()));
      }
    }
    return Edits.of(chosen);
  }

  private boolean isWanted(Fix fix) {
    return unsafe || fix.safe();
  }

  /**
   * Returns whether no edit of a fix touches a taken span.
   *
   * @param taken the ends of the spans by their starts
   */
  private static boolean isFree(Fix fix, NavigableMap<Integer, Integer> taken) {
    return fix.edits().stream()
        .map(Edit::span)
        .allMatch(
            span -> {
              Map.Entry<Integer, Integer> nearest = taken.floorEntry(span.end());
              return nearest == null || nearest.getValue() < span.start();
            });
  }
}
