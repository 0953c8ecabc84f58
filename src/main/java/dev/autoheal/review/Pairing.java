package dev.autoheal.review;

import dev.autoheal.rule.Ignored;
import dev.autoheal.run.FileResult;
import dev.autoheal.text.Finding;
import dev.autoheal.text.Finding.State;
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
final class Pairing {
  /** A message may name a line, which moves. */
  private static final Pattern LINE = Pattern.compile("\\bline \\d+");

  /** Comes with the day, not with a commit. */
  private static final String UNTIL = "exception-expired";

  private static final Deque<Finding> NONE = new ArrayDeque<>();

  private final List<Finding> earlier;
  private final List<Finding> accepted;
  private final List<Finding> later = new ArrayList<>();

  /** With what is known of the earlier version, if there is one. */
  Pairing(Optional<FileResult> before) {
    this.earlier = new ArrayList<>(before.map(FileResult::findings).orElse(List.of()));
    this.accepted = new ArrayList<>();
    before.map(FileResult::ignored).stream()
        .flatMap(List::stream)
        .map(Ignored::finding)
        .forEach(accepted::add);
  }

  /** The findings of the later version, each new or remaining, sorted. */
  List<Finding> paired(List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings);
    for (Function<Finding, String> key :
        List.<Function<Finding, String>>of(Pairing::sameLine, Pairing::same)) {
      pair(left, earlier, key);
      // What was accepted before is no news, though it is no longer accepted.
      pair(left, accepted, key);
    }
    for (Finding finding : left) {
      boolean isNew = !finding.rule().equals(UNTIL);
      later.add(finding.in(isNew ? State.NEW : State.REMAINING));
    }
    Collections.sort(later);
    return later;
  }

  /** Those of the earlier version that were paired with none. */
  List<Finding> fixed() {
    return earlier.stream().map(finding -> finding.in(State.FIXED)).toList();
  }

  private void pair(List<Finding> left, List<Finding> candidates, Function<Finding, String> key) {
    Map<String, Deque<Finding>> byKey = new HashMap<>();
    candidates.forEach(
        each -> byKey.computeIfAbsent(key.apply(each), k -> new ArrayDeque<>()).add(each));
    Set<Finding> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Finding finding : left) {
      Finding match = byKey.getOrDefault(key.apply(finding), NONE).poll();
      if (match != null) {
        taken.add(match);
        taken.add(finding);
        later.add(finding.in(State.REMAINING));
      }
    }
    left.removeIf(taken::contains);
    candidates.removeIf(taken::contains);
  }

  private static String sameLine(Finding finding) {
    return same(finding) + "\n" + finding.location().sourceLine().strip();
  }

  private static String same(Finding finding) {
    return finding.rule() + "\n" + LINE.matcher(finding.message()).replaceAll("line");
  }
}
