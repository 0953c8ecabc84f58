package dev.autoheal.review;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.lint.FileResult;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.text.Location;
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
 * Matches the findings of a file to those of its earlier version, even if they have moved. It first
 * matches findings with the same rule, message, attribute values and source line. Then it matches
 * those with the same rule, message and attribute values, in their order.
 */
final class FindingMatcher {
  /** The line numbers and folders in a message, which may change when a file changes. */
  private static final Pattern MOVING = Pattern.compile("(?<=\\bline )\\d+|[^ ]+/");

  /** The rule whose findings depend on the date, not on a commit, so that they are never new. */
  private static final String UNTIL = "exception-expired";

  private static final List<Function<ReportedFinding, String>> KEYS =
      List.of(FindingMatcher::sameLine, FindingMatcher::same);

  /** The longest start of a line that is compared: thousands of findings may share a long line. */
  private static final int LONGEST = 1000;

  private static final Deque<ReportedFinding> NONE = new ArrayDeque<>();

  private final List<ReportedFinding> earlier;
  private final List<ReportedFinding> accepted;

  /**
   * Creates a matcher for a file.
   *
   * @param before the result of the earlier version; empty when there is none
   */
  FindingMatcher(Optional<FileResult> before) {
    this.earlier = new ArrayList<>(before.map(FileResult::findings).orElse(List.of()));
    this.accepted = new ArrayList<>();
    before.map(file -> file.found().suppressed()).stream()
        .flatMap(List::stream)
        .map(SuppressedFinding::finding)
        .forEach(accepted::add);
  }

  /**
   * Marks each finding of the later version as new or remaining. A finding that was suppressed
   * before is not new.
   */
  List<ReportedFinding> paired(List<ReportedFinding> findings) {
    List<ReportedFinding> left = new ArrayList<>(findings);
    for (Function<ReportedFinding, String> key : KEYS) {
      pair(left, earlier, key);
      // A finding that was suppressed before is not new, even if it is no longer suppressed.
      pair(left, accepted, key);
    }
    Set<ReportedFinding> news = Collections.newSetFromMap(new IdentityHashMap<>());
    news.addAll(left);
    return findings.stream()
        .map(finding -> finding.in(isNew(finding, news) ? State.NEW : State.REMAINING))
        .toList();
  }

  private static boolean isNew(ReportedFinding finding, Set<ReportedFinding> news) {
    return news.contains(finding) && !finding.rule().equals(UNTIL);
  }

  /**
   * Returns the findings that a comment suppresses in the later version and nothing suppressed in
   * the earlier one. Call it after {@link #paired}. Findings that are suppressed now are not {@link
   * #fixed}.
   */
  List<SuppressedFinding<ReportedFinding>> newlyAccepted(
      List<SuppressedFinding<ReportedFinding>> suppressed) {
    List<ReportedFinding> left = new ArrayList<>();
    suppressed.stream()
        .filter(each -> !each.reasons().isEmpty())
        .map(SuppressedFinding::finding)
        .forEach(left::add);
    for (Function<ReportedFinding, String> key : KEYS) {
      pair(left, accepted, key);
    }
    Set<ReportedFinding> news = Collections.newSetFromMap(new IdentityHashMap<>());
    news.addAll(left);
    for (Function<ReportedFinding, String> key : KEYS) {
      pair(left, earlier, key);
    }
    return suppressed.stream().filter(each -> news.contains(each.finding())).toList();
  }

  /**
   * Returns the findings of the earlier version that match none of the later one. Call it after
   * {@link #paired} and {@link #newlyAccepted}.
   */
  List<ReportedFinding> fixed() {
    return earlier.stream().map(finding -> finding.in(State.FIXED)).toList();
  }

  /** Removes findings with the same key from both lists, pair by pair. */
  private static void pair(
      List<ReportedFinding> left,
      List<ReportedFinding> candidates,
      Function<ReportedFinding, String> key) {
    Map<String, Deque<ReportedFinding>> byKey = new HashMap<>();
    candidates.forEach(
        each -> byKey.computeIfAbsent(key.apply(each), k -> new ArrayDeque<>()).add(each));
    Set<ReportedFinding> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ReportedFinding finding : left) {
      ReportedFinding match = byKey.getOrDefault(key.apply(finding), NONE).poll();
      if (match != null) {
        taken.add(match);
        taken.add(finding);
      }
    }
    left.removeIf(taken::contains);
    candidates.removeIf(taken::contains);
  }

  private static String sameLine(ReportedFinding finding) {
    String line = finding.location().sourceLine();
    return same(finding) + "\n" + line.substring(0, Math.min(LONGEST, line.length())).strip();
  }

  private static String same(ReportedFinding finding) {
    String message = MOVING.matcher(finding.message()).replaceAll("");
    StringBuilder key = new StringBuilder(finding.rule()).append('\n').append(message);
    // A message shows the start of a long value only.
    key.append('\n').append(value(finding.location()));
    finding.related().forEach(each -> key.append('\n').append(value(each.location())));
    return key.toString();
  }

  private static String value(Location place) {
    String name = place.attributeName();
    return name.isEmpty() ? "" : name + place.text();
  }
}
