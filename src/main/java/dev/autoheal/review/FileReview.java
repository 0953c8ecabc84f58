package dev.autoheal.review;

import dev.autoheal.change.Change;
import dev.autoheal.change.Difference;
import dev.autoheal.change.SectionDiff;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.FileChange;
import dev.autoheal.lint.FileResult.Findings;
import dev.autoheal.lint.FileResult.Outcome;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.SectionViews;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Severities;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The review of one file, which finds new, remaining and fixed findings and changes of meaning.
 *
 * @param pair the paths of the file in both revisions
 * @param before the file as checked in the base; empty when it is new
 * @param after the file as checked in the head; empty when it was deleted
 * @param app the name of the app that matches it in the head; empty when none does
 */
record FileReview(
    FilePair pair,
    Optional<CheckedFile> before,
    Optional<CheckedFile> after,
    Optional<String> app) {
  private static final String UNRESOLVED = "unresolved-section";

  /** The rules whose errors a comment can hide only if the base has the comment already. */
  private static final Set<String> HELD = Set.of("outside-limits", "drift", UNRESOLVED);

  /** Returns the result for a policy, or for a file that policies extend. */
  static FileResult ofPolicy(String path, List<Difference> changes) {
    return result(
        path, Optional.empty(), Findings.NONE, FileChange.unwritten(changes, Optional.empty()));
  }

  /** Returns the result of a file that has only these findings. */
  static FileResult of(String path, List<ReportedFinding> findings) {
    return result(
        path,
        Optional.empty(),
        new Findings(findings, List.of(), List.of(), 0),
        FileChange.unwritten(List.of(), Optional.empty()));
  }

  /** Returns a result with the findings of another one of the same file. */
  static FileResult joined(FileResult file, FileResult other) {
    Findings found = file.found();
    return result(
        file.path(),
        file.app(),
        new Findings(
            Stream.concat(found.remaining().stream(), other.findings().stream()).sorted().toList(),
            found.fixed(),
            found.suppressed(),
            found.fixedByApply()),
        file.change());
  }

  /** Compares both versions. A file that is skipped in the head keeps its skipped result. */
  FileResult result() {
    if (after.isPresent() && after.get().result().status() == Status.SKIPPED) {
      return after.get().result();
    }
    FindingMatcher matcher = new FindingMatcher(before.map(CheckedFile::result));
    List<ReportedFinding> findings =
        matcher.paired(after.map(view -> view.result().findings()).orElse(List.of())).stream()
            .map(this::escalated)
            .toList();
    List<SuppressedFinding<ReportedFinding>> suppressed =
        after.map(view -> view.result().found().suppressed()).orElse(List.of());
    List<SuppressedFinding<ReportedFinding>> accepted = matcher.newlyAccepted(suppressed);
    List<SuppressedFinding<ReportedFinding>> refused =
        accepted.stream().filter(each -> isHeld(escalated(each.finding()))).toList();
    List<Difference> differences = new ArrayList<>(differences());
    appChange().ifPresent(differences::add);
    accepted.stream().map(FileReview::accepted).forEach(differences::add);
    return result(
        pair.path(),
        after.or(() -> before).flatMap(view -> view.result().app()),
        new Findings(
            Stream.concat(
                    findings.stream(),
                    refused.stream().map(each -> escalated(each.finding().in(State.NEW))))
                .sorted()
                .toList(),
            isReadable(after) ? matcher.fixed() : List.of(),
            suppressed.stream().filter(each -> !refused.contains(each)).toList(),
            0),
        FileChange.unwritten(
            differences,
            SectionViews.between(
                before.flatMap(FileReview::sections), after.flatMap(FileReview::sections))));
  }

  /** Returns whether no comment of the head may hide a finding from the review. */
  private static boolean isHeld(ReportedFinding finding) {
    return finding.severity() == Severity.ERROR && HELD.contains(finding.rule());
  }

  /** Returns a finding with the severity that it has in a review. */
  private ReportedFinding escalated(ReportedFinding finding) {
    return switch (finding.rule()) {
      case UNRESOLVED -> unresolved(finding);
      case "placeholder" ->
          finding.isNew() && !finding.related().isEmpty()
              ? finding.as(
                  finding
                      .severity()
                      .atLeast(severities().orElse(Severities.NONE).ofNewPlaceholders()))
              : finding;
      default -> finding;
    };
  }

  /**
   * Returns a finding that the section is unknown. It is an error if an app matches the file, and
   * the section was known or absent before. A severity that the policy sets stays.
   */
  private ReportedFinding unresolved(ReportedFinding finding) {
    boolean isOfApp =
        severities().filter(known -> !known.rules().containsKey(UNRESOLVED)).isPresent();
    boolean wasUnknown =
        before.stream()
            .flatMap(view -> view.result().findings().stream())
            .anyMatch(each -> each.rule().equals(UNRESOLVED));
    return isOfApp && !wasUnknown ? finding.as(Severity.ERROR) : finding;
  }

  /** Returns the severities of the app that matches the file or its base; empty when none does. */
  private Optional<Severities> severities() {
    return after
        .flatMap(CheckedFile::app)
        .or(
            () ->
                after
                    .flatMap(CheckedFile::context)
                    .flatMap(FileReview::way)
                    .flatMap(EffectiveConfig::app))
        .map(App::severities);
  }

  private static Optional<SectionViews> sections(CheckedFile view) {
    return view.result().change().sections();
  }

  /**
   * Returns whether a version is absent or can be read. What is fixed in an unreadable version is
   * unknown.
   */
  private static boolean isReadable(Optional<CheckedFile> view) {
    return view.isEmpty() || view.get().context().flatMap(RuleContext::config).isPresent();
  }

  /**
   * Returns the change if no app matches the file any more, or if a moved file is matched by
   * another app. The values that another app requires are reported as drift.
   */
  private Optional<Difference> appChange() {
    Optional<String> earlier = before.flatMap(CheckedFile::app).map(App::name);
    boolean isMoved = !pair.before().equals(pair.after());
    boolean isLost = earlier.isPresent() && after.isPresent() && app.isEmpty();
    boolean isOther = isMoved && earlier.isPresent() && app.isPresent() && !earlier.equals(app);
    if (!isLost && !isOther) {
      return Optional.empty();
    }
    return Optional.of(
        Difference.outsideSections(
            isLost ? Change.Kind.REMOVE : Change.Kind.SET,
            "app",
            earlier,
            app,
            isLost
                ? "gone: after the merge no app matches the file"
                : "another app matches the file at its new path",
            Location.startOf(pair.path())));
  }

  private static FileResult result(
      String path, Optional<String> app, Findings found, FileChange change) {
    Status status = found.remaining().isEmpty() ? Status.CLEAN : Status.FINDINGS;
    return new FileResult(
        path,
        app,
        new Outcome(change.differences().isEmpty() ? status : Status.CHANGED, Optional.empty()),
        found,
        change);
  }

  /**
   * Returns a difference for a new suppression comment, so that reviewers see what it hides from
   * the review.
   */
  private static Difference accepted(SuppressedFinding<ReportedFinding> suppressed) {
    return Difference.outsideSections(
        Change.Kind.ADD,
        "autoheal-ignore",
        Optional.empty(),
        Optional.of(suppressed.finding().rule()),
        "newly suppressed: " + String.join("; ", suppressed.reasons()),
        suppressed.finding().location());
  }

  /**
   * Returns the differences in meaning between the sections; empty when a version cannot be read,
   * or IIS does not read the file.
   */
  private List<Difference> differences() {
    Optional<RuleContext> then = before.flatMap(CheckedFile::context);
    Optional<RuleContext> now = after.flatMap(CheckedFile::context);
    if (now.or(() -> then).filter(file -> file.around().isUnread()).isPresent()) {
      return List.of();
    }
    if (then.flatMap(FileReview::way).isPresent() || now.flatMap(FileReview::way).isPresent()) {
      return isTouched(then, now) ? published(then, now) : List.of();
    }
    Optional<ParsedFile> earlier = then.map(FileReview::withSection);
    Optional<ParsedFile> later = now.map(FileReview::withSection);
    boolean isReadable =
        (before.isEmpty() || earlier.filter(FileReview::isComparable).isPresent())
            && (after.isEmpty() || later.filter(FileReview::isComparable).isPresent());
    return isReadable ? SectionDiff.differences(earlier, later) : List.of();
  }

  /** Returns the file that holds the section. */
  private static ParsedFile withSection(RuleContext context) {
    return context.around().configSource().orElse(context.parsed());
  }

  /**
   * Returns whether a file has at most one section. A transform that changes only parts of another
   * section is not comparable.
   */
  private static boolean isComparable(ParsedFile file) {
    Optional<WebConfig> config = file.config();
    return config.isPresent()
        && config.get().sections().size() <= 1
        && config.get().transform().filter(t -> !t.isPlain()).isEmpty();
  }

  /**
   * Returns whether the transform itself differs. The effect of a changed base on its transforms is
   * reported for the base.
   */
  private static boolean isTouched(Optional<RuleContext> earlier, Optional<RuleContext> later) {
    return earlier.isEmpty()
        || later.isEmpty()
        || !earlier.get().file().sameBytes(later.get().file());
  }

  /**
   * Returns the differences of the published file, in each way of publishing that both sides have.
   */
  private static List<Difference> published(
      Optional<RuleContext> earlier, Optional<RuleContext> later) {
    Map<String, ParsedFile> then = byVariant(earlier, later);
    Map<String, ParsedFile> now = byVariant(later, earlier);
    return now.keySet().stream()
        .filter(then::containsKey)
        .filter(name -> isComparable(then.get(name)) && isComparable(now.get(name)))
        .flatMap(
            name ->
                SectionDiff.differences(Optional.of(then.get(name)), Optional.of(now.get(name)))
                    .stream())
        .distinct()
        .toList();
  }

  /**
   * Returns the published file in each way of publishing, by the name of the way, as far as it is
   * known. If this side has no transform, it is the base of the other side.
   */
  private static Map<String, ParsedFile> byVariant(
      Optional<RuleContext> side, Optional<RuleContext> other) {
    Map<String, ParsedFile> published = new LinkedHashMap<>();
    if (side.isEmpty()) {
      other.stream()
          .flatMap(context -> context.outcomes().stream())
          .forEach(each -> published.put(each.files().name(), each.files().base()));
    }
    side.stream()
        .flatMap(context -> context.outcomes().stream())
        .filter(each -> each.result().filter(result -> !result.fails()).isPresent())
        .forEach(each -> published.put(each.files().name(), each.parsed()));
    return published;
  }

  private static Optional<EffectiveConfig> way(RuleContext transform) {
    return transform.outcomes().stream().findFirst();
  }
}
