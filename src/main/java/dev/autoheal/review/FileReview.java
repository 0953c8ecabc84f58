package dev.autoheal.review;

import dev.autoheal.change.Change;
import dev.autoheal.change.Difference;
import dev.autoheal.change.SectionDiff;
import dev.autoheal.finding.Finding;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.SectionViews;
import dev.autoheal.policy.App;
import dev.autoheal.rule.Published;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.xdt.TransformResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The review of one file: what is new, remaining and fixed, and what changed in meaning.
 *
 * @param before what was seen of it in the base; empty when it is new
 * @param after what was seen of it in the head; empty when it is gone
 * @param app the name of the app that governs it in the head; empty when none does
 */
record FileReview(
    FilePair pair,
    Optional<CheckedFile> before,
    Optional<CheckedFile> after,
    Optional<String> app) {
  /** What came of a file that is a policy, or that others build on. */
  static FileResult ofPolicy(String path, List<Difference> changes) {
    return result(path, Optional.empty(), List.of(), List.of(), List.of(), changes);
  }

  FileResult result() {
    if (after.isPresent() && after.get().result().status() == Status.SKIPPED) {
      return after.get().result();
    }
    FindingMatcher pairing = new FindingMatcher(before.map(CheckedFile::result));
    List<Finding> findings =
        pairing.paired(after.map(view -> view.result().findings()).orElse(List.of()));
    List<SuppressedFinding> ignored = after.map(view -> view.result().ignored()).orElse(List.of());
    List<Difference> differences = new ArrayList<>(differences());
    appChange().ifPresent(differences::add);
    pairing.newlyAccepted(ignored).stream().map(FileReview::accepted).forEach(differences::add);
    FileResult result =
        result(
            pair.path(),
            after.or(() -> before).flatMap(view -> view.result().app()),
            findings,
            isReadable(after) ? pairing.fixed() : List.of(),
            ignored,
            differences);
    return SectionViews.between(before.flatMap(FileReview::sides), after.flatMap(FileReview::sides))
        .map(result::with)
        .orElse(result);
  }

  private static Optional<SectionViews> sides(CheckedFile view) {
    return view.result().sides();
  }

  /** Of what cannot be read nobody knows what is mended. */
  private static boolean isReadable(Optional<CheckedFile> view) {
    return view.isEmpty() || view.get().subject().flatMap(RuleContext::config).isPresent();
  }

  /**
   * That a file is nobody's any more, or has moved to another app; what another app asks of it is
   * told as drift.
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
        Difference.beside(
            isLost ? Change.Kind.REMOVE : Change.Kind.SET,
            "app",
            earlier,
            app,
            isLost
                ? "gone: no app of a policy governs the file from the merge on"
                : "another app governs the file where it lies now",
            Location.startOf(pair.path())));
  }

  private static FileResult result(
      String path,
      Optional<String> app,
      List<Finding> findings,
      List<Finding> fixed,
      List<SuppressedFinding> ignored,
      List<Difference> differences) {
    Status status = findings.isEmpty() ? Status.CLEAN : Status.FINDINGS;
    return new FileResult(
        path,
        app,
        differences.isEmpty() ? status : Status.CHANGED,
        Optional.empty(),
        findings,
        fixed,
        ignored,
        differences,
        0,
        new byte[0]);
  }

  /** Who reviews is to see what a comment hides from the review. */
  private static Difference accepted(SuppressedFinding ignored) {
    return Difference.beside(
        Change.Kind.ADD,
        "autoheal-ignore",
        Optional.empty(),
        Optional.of(ignored.finding().rule()),
        "accepted from now on: " + String.join("; ", ignored.reasons()),
        ignored.finding().location());
  }

  /** A version that cannot be read says nothing. */
  private List<Difference> differences() {
    Optional<RuleContext> earlier =
        before.flatMap(CheckedFile::subject).map(FileReview::withSection);
    Optional<RuleContext> later = after.flatMap(CheckedFile::subject).map(FileReview::withSection);
    if (earlier.flatMap(FileReview::way).isPresent()
        || later.flatMap(FileReview::way).isPresent()) {
      return isTouched(earlier, later) ? published(earlier, later) : List.of();
    }
    boolean isReadable =
        (before.isEmpty() || earlier.filter(FileReview::isComparable).isPresent())
            && (after.isEmpty() || later.filter(FileReview::isComparable).isPresent());
    return isReadable
        ? SectionDiff.differences(
            earlier.flatMap(RuleContext::config),
            later.flatMap(RuleContext::config),
            later.or(() -> earlier).orElseThrow().file(),
            UnaryOperator.identity())
        : List.of();
  }

  /** The file that the section stands in. */
  private static RuleContext withSection(RuleContext subject) {
    return subject.source().orElse(subject);
  }

  /** Whether it has one section, or none; a transform may change parts of another one instead. */
  private static boolean isComparable(RuleContext subject) {
    Optional<WebConfig> config = subject.config();
    return config.isPresent()
        && config.get().sections().size() <= 1
        && config.get().transform().filter(t -> !t.isPlain()).isEmpty();
  }

  /** What a base does to its transforms is told of the base. */
  private static boolean isTouched(Optional<RuleContext> earlier, Optional<RuleContext> later) {
    return earlier.isEmpty()
        || later.isEmpty()
        || !earlier.get().file().sameBytes(later.get().file());
  }

  /** What differs in what is published, in the first way of it. */
  private static List<Difference> published(
      Optional<RuleContext> earlier, Optional<RuleContext> later) {
    Optional<Published> then = earlier.flatMap(FileReview::way);
    Optional<Published> now = later.flatMap(FileReview::way);
    Optional<TransformResult> old =
        then.map(Published::result).or(() -> now.map(Published::before));
    Optional<TransformResult> young =
        now.map(Published::result).or(() -> then.map(Published::before));
    if (old.isEmpty() || old.get().fails() || young.isEmpty() || young.get().fails()) {
      return List.of();
    }
    RuleContext before = RuleContext.of(old.get());
    RuleContext after = RuleContext.of(young.get());
    return isComparable(before) && isComparable(after)
        ? SectionDiff.differences(
            before.config(), after.config(), after.file(), young.get()::origin)
        : List.of();
  }

  private static Optional<Published> way(RuleContext transform) {
    return transform.published().stream().findFirst();
  }
}
