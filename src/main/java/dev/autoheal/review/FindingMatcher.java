package dev.autoheal.review;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Finding.State;
import dev.autoheal.lint.FileResult;
import dev.autoheal.rule.SuppressedFinding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds each finding of a file among those of its earlier version, wherever it has moved: those
 * that say the same of the same line first, then those that say the same, in their order.
 */
final class FindingMatcher {
  /** A message may name a line or a folder, which move. */
  private static final Pattern MOVING = Pattern.compile("(?<=\\bline )\\d+|[^ ]+/");

  /** Comes with the day, not with a commit. */
  private static final String UNTIL = "exception-expired";

  private static final List<Function<Finding, String>> KEYS =
      List.of(FindingMatcher::sameLine, FindingMatcher::same);

  private static final Deque<Finding> NONE = new ArrayDeque<>();

  private final List<Finding> earlier;
  private final List<Finding> accepted;

  /** With what is known of the earlier version, if there is one. */
  FindingMatcher(Optional<FileResult> before) {
    this.earlier = new ArrayList<>(before.map(FileResult::findings).orElse(List.of()));
    this.accepted = new ArrayList<>();
    before.map(FileResult::ignored).stream()
        .flatMap(List::stream)
        .map(SuppressedFinding::finding)
        .forEach(accepted::add);
  }

  /** The findings of the later version, each new or remaining. */
  List<Finding> paired(List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings);
    for (Function<Finding, String> key : KEYS) {
      pair(left, earlier, key);
      // What was accepted before is no news, though it is no longer accepted.
      pair(left, accepted, key);
    }
    Set<Finding> news = Collections.newSetFromMap(new IdentityHashMap<>());
    news.addAll(left);
    return findings.stream()
        .map(finding -> finding.in(isNew(finding, news) ? State.NEW : State.REMAINING))
        .toList();
  }

  private static boolean isNew(Finding finding, Set<Finding> news) {
    return news.contains(finding) && !finding.rule().equals(UNTIL);
  }

  /**
   * Those that a comment accepts in the later version, and none did in the earlier. To be asked
   * after the findings that are left; what is accepted now is not {@link #fixed}.
   */
  List<SuppressedFinding> newlyAccepted(List<SuppressedFinding> ignored) {
    List<Finding> left = new ArrayList<>();
    ignored.stream()
        .filter(each -> !each.reasons().isEmpty())
        .map(SuppressedFinding::finding)
        .forEach(left::add);
    for (Function<Finding, String> key : KEYS) {
      pair(left, accepted, key);
    }
    List<Finding> news = List.copyOf(left);
    for (Function<Finding, String> key : KEYS) {
      pair(left, earlier, key);
    }
    return ignored.stream().filter(each -> news.contains(each.finding())).toList();
  }

  /** Those of the earlier version that were paired with none. */
  List<Finding> fixed() {
    return earlier.stream().map(finding -> finding.in(State.FIXED)).toList();
  }

  /** Takes what has the same key out of both. */
  private static void pair(
      List<Finding> left, List<Finding> candidates, Function<Finding, String> key) {
    Map<String, Deque<Finding>> byKey = new HashMap<>();
    candidates.forEach(
        each -> byKey.computeIfAbsent(key.apply(each), k -> new ArrayDeque<>()).add(each));
    Set<Finding> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Finding finding : left) {
      Finding match = byKey.getOrDefault(key.apply(finding), NONE).poll();
      if (match != null) {
        taken.add(match);
        taken.add(finding);
      }
    }
    left.removeIf(taken::contains);
    candidates.removeIf(taken::contains);
  }

  private static String sameLine(Finding finding) {
    return same(finding) + "\n" + finding.location().sourceLine().strip();
  }

  private static String same(Finding finding) {
    return finding.rule() + "\n" + MOVING.matcher(finding.message()).replaceAll("");
  }
}
