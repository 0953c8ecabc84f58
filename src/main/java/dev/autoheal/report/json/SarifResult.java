package dev.autoheal.report.json;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.LintResult;
import dev.autoheal.report.Fingerprints;
import dev.autoheal.rule.SuppressedFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A finding, reported or suppressed, as a result of SARIF.
 *
 * @param finding the finding
 * @param suppressed the suppression; empty if the finding is reported
 * @param fingerprint see {@link Fingerprints}
 */
record SarifResult(
    ReportedFinding finding,
    Optional<SuppressedFinding<ReportedFinding>> suppressed,
    String fingerprint) {
  private static final Comparator<SarifResult> WORST_FIRST =
      Comparator.comparing((SarifResult result) -> result.suppressed.isPresent())
          .thenComparing(result -> result.finding.severity(), Comparator.reverseOrder())
          .thenComparing(SarifResult::finding);

  /** Returns the results of a run with their fingerprints, in the order of the files. */
  static List<SarifResult> of(LintResult run) {
    List<SarifResult> results = new ArrayList<>();
    run.findings().forEach(f -> results.add(new SarifResult(f, Optional.empty(), "")));
    run.files().stream()
        .map(file -> file.found().suppressed())
        .flatMap(List::stream)
        .forEach(i -> results.add(new SarifResult(i.finding(), Optional.of(i), "")));
    results.sort(Comparator.comparing(SarifResult::finding));
    Fingerprints fingerprints = new Fingerprints();
    return results.stream().map(result -> result.fingerprinted(fingerprints)).toList();
  }

  /**
   * Returns at most {@code most} results. It keeps reported findings before suppressed ones, and
   * the most severe first.
   */
  static List<SarifResult> worst(List<SarifResult> results, int most) {
    return results.size() <= most
        ? results
        : results.stream()
            .sorted(WORST_FIRST)
            .limit(most)
            .sorted(Comparator.comparing(SarifResult::finding))
            .toList();
  }

  private SarifResult fingerprinted(Fingerprints fingerprints) {
    return new SarifResult(
        finding, suppressed, fingerprints.of(finding.rule(), finding.location()));
  }
}
