package dev.autoheal.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileProcessor;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintOptions;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.UsageException;
import dev.autoheal.rules.Rules;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings that check will report under a policy that is not written yet.
 *
 * @param results the results of the files that the policy is for
 */
record DraftCheck(List<FileResult> results) {

  /**
   * Reads the policy text back and checks the files under it.
   *
   * @param text the text of the policy
   * @param place the file that the policy will be written to
   * @throws UsageException if the text is larger than a policy may be
   */
  static DraftCheck of(String text, PolicyFile place, LintOptions options, List<InputFile> targets)
      throws IOException, UsageException {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > PolicyReader.SIZE_LIMIT) {
      throw new UsageException(
          "expected a policy of at most %d bytes, got %d; name fewer folders"
              .formatted(PolicyReader.SIZE_LIMIT, bytes.length));
    }
    PolicyReader.Result read =
        PolicyReader.read(
            SourceFile.of(place.path(), bytes),
            new PolicyReader.Context(
                Rules.ids(), Optional.of(place.root().tree()), Optional.empty()));
    if (!(read instanceof PolicyReader.Valid valid)) {
      throw new IllegalStateException("the new policy is invalid, so it was not written");
    }
    return new DraftCheck(check(valid.policy(), place, options, targets));
  }

  private static List<FileResult> check(
      Policy policy, PolicyFile place, LintOptions options, List<InputFile> targets)
      throws IOException {
    PolicyFinder policies = options.policyFinder();
    policies.assume(place.root(), policy);
    FileProcessor processor =
        new FileProcessor(options, new RootConfigs(policies, Optional.empty()));
    List<FileResult> results = new ArrayList<>();
    for (InputFile target : targets) {
      results.add(processor.process(target, Optional.of(policy), policy::appFor).result());
    }
    return results;
  }

  /** Returns the transforms after which the published section is not the one that they have. */
  Set<String> unusedTransforms() {
    return findings()
        .filter(finding -> finding.rule().equals("drift"))
        .map(finding -> finding.location().path())
        .filter(path -> WebConfig.Role.of(path) == WebConfig.Role.TRANSFORM)
        .collect(Collectors.toSet());
  }

  /** Returns whether every section already has the values that the policy requires. */
  boolean isWithoutDrift() {
    return results.stream().allMatch(file -> file.differences().isEmpty())
        && findings().noneMatch(finding -> finding.rule().equals("drift"));
  }

  /** Returns the errors and warnings, without notes. */
  Stream<ReportedFinding> findings() {
    return results.stream()
        .flatMap(file -> file.findings().stream())
        .filter(finding -> finding.severity() != Severity.INFO);
  }

  /** Counts the findings of one severity; it is 0 for notes. */
  long count(Severity severity) {
    return findings().filter(finding -> finding.severity() == severity).count();
  }
}
