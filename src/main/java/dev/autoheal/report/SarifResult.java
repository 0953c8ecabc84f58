package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.rule.Ignored;
import dev.autoheal.run.FileResult;
import dev.autoheal.run.RunResult;
import dev.autoheal.text.Finding;
import dev.autoheal.text.Secrets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finding, shown or ignored, as a result of SARIF.
 *
 * @param fingerprint the same as long as the rule says the same of the file, on whatever line
 */
record SarifResult(Finding finding, Optional<Ignored> ignored, String fingerprint) {
  private static final int BYTES = 16;

  private static final Comparator<SarifResult> WORST_FIRST =
      Comparator.comparing((SarifResult result) -> result.ignored.isPresent())
          .thenComparing(result -> result.finding.severity(), Comparator.reverseOrder())
          .thenComparing(SarifResult::finding);

  /** Of a run, in the order of the files. */
  static List<SarifResult> of(RunResult run) {
    List<SarifResult> results = new ArrayList<>();
    run.findings().forEach(f -> results.add(new SarifResult(f, Optional.empty(), "")));
    run.files().stream()
        .map(FileResult::ignored)
        .flatMap(List::stream)
        .forEach(i -> results.add(new SarifResult(i.finding(), Optional.of(i), "")));
    results.sort(Comparator.comparing(SarifResult::finding));
    Map<String, Integer> seen = new HashMap<>();
    return results.stream().map(result -> result.fingerprinted(seen)).toList();
  }

  /** Not more than {@code most}: shown before ignored ones, the worst first. */
  static List<SarifResult> worst(List<SarifResult> results, int most) {
    return results.size() <= most
        ? results
        : results.stream()
            .sorted(WORST_FIRST)
            .limit(most)
            .sorted(Comparator.comparing(SarifResult::finding))
            .toList();
  }

  private SarifResult fingerprinted(Map<String, Integer> seen) {
    String identity =
        String.join(
            "\0", finding.rule(), finding.location().path(), Secrets.redact(finding.message()));
    return new SarifResult(
        finding, ignored, hash(identity + seen.merge(identity, 1, Integer::sum)));
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
