package dev.autoheal.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compares two versions of a text and puts their lines side by side. If a line of both versions
 * differs only in some words, those words are marked. It compares the texts, since two revisions
 * have no edits that could say where they differ.
 */
final class SideBySideDiff {
  /** Matches a value with its quotes, a word, whitespace, or a single character. */
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|'[^']*'|\\w+|\\s+|.", Pattern.UNICODE_CHARACTER_CLASS);

  /** The most lines of a version: so many are compared quickly, and a table of them is readable. */
  private static final int MOST_LINES = 1_000;

  /** The most pairs of changed lines that are compared, each line with each. */
  private static final int MOST_PAIRS = 2_500;

  /** The most tokens of a line that is compared word by word. */
  private static final int MOST_TOKENS = 200;

  /** The number of unchanged lines around each change. */
  private static final int CONTEXT = 3;

  /**
   * A piece of a line.
   *
   * @param text the text of the piece
   * @param isChanged whether only this version has it
   */
  record Part(String text, boolean isChanged) {}

  /**
   * A line of one version.
   *
   * @param number the number of the line, from 0
   * @param parts the pieces of the line, in their order
   */
  record Line(int number, List<Part> parts) {
    private static Line of(int number, String text, boolean isChanged) {
      return new Line(number, List.of(new Part(text, isChanged)));
    }

    private static Line of(int number, List<String> tokens, int[] partners) {
      List<Part> parts = new ArrayList<>();
      int from = 0;
      for (int i = 1; i <= tokens.size(); i++) {
        if (i == tokens.size() || partners[i] < 0 != partners[from] < 0) {
          parts.add(new Part(String.join("", tokens.subList(from, i)), partners[from] < 0));
          from = i;
        }
      }
      return new Line(number, parts);
    }
  }

  /**
   * A line of each version, or of the only version that has it.
   *
   * @param before the line of the old version
   * @param after the line of the new version
   */
  record Row(Optional<Line> before, Optional<Line> after) {
    /** Returns whether the versions differ in this row. */
    boolean isChanged() {
      return before.isEmpty()
          || after.isEmpty()
          || before.get().parts.stream().anyMatch(Part::isChanged)
          || after.get().parts.stream().anyMatch(Part::isChanged);
    }
  }

  private final List<String> before;
  private final List<String> after;
  private final List<Row> rows = new ArrayList<>();

  private SideBySideDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Returns the lines around the differences, in hunks. The list is empty if nothing differs, or if
   * a version has more than 1,000 lines.
   */
  static List<List<Row>> of(List<String> before, List<String> after) {
    if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
      return List.of();
    }
    SideBySideDiff diff = new SideBySideDiff(before, after);
    diff.pair();
    return diff.hunks();
  }

  private void pair() {
    int[] partners = common(before, after);
    int a = 0;
    int b = 0;
    while (a < before.size() || b < after.size()) {
      int fromA = a;
      while (a < before.size() && partners[a] < 0) {
        a++;
      }
      int untilB = a < before.size() ? partners[a] : after.size();
      pairChanged(fromA, a, b, untilB);
      b = untilB;
      if (a < before.size()) {
        rows.add(
            new Row(
                Optional.of(Line.of(a, before.get(a), false)),
                Optional.of(Line.of(b, after.get(b), false))));
        a++;
        b++;
      }
    }
  }

  /** Puts changed lines side by side if more than two thirds of their tokens are the same. */
  private void pairChanged(int fromA, int untilA, int fromB, int untilB) {
    boolean isQuick = (untilA - fromA) * (untilB - fromB) <= MOST_PAIRS;
    int b = fromB;
    for (int a = fromA; a < untilA; a++) {
      int match = isQuick ? b : untilB;
      while (match < untilB && !isAlike(before.get(a), after.get(match))) {
        match++;
      }
      if (match < untilB) {
        for (; b < match; b++) {
          rows.add(added(b));
        }
        rows.add(changed(a, b++));
      } else {
        rows.add(new Row(Optional.of(Line.of(a, before.get(a), true)), Optional.empty()));
      }
    }
    for (; b < untilB; b++) {
      rows.add(added(b));
    }
  }

  private Row added(int b) {
    return new Row(Optional.empty(), Optional.of(Line.of(b, after.get(b), true)));
  }

  private Row changed(int a, int b) {
    List<String> old = tokens(before.get(a));
    List<String> now = tokens(after.get(b));
    int[] partners = common(old, now);
    return new Row(
        Optional.of(Line.of(a, old, partners)),
        Optional.of(Line.of(b, now, reversed(partners, now.size()))));
  }

  private static boolean isAlike(String one, String other) {
    List<String> tokens = tokens(one.strip());
    List<String> others = tokens(other.strip());
    if (tokens.size() > MOST_TOKENS || others.size() > MOST_TOKENS) {
      return false;
    }
    long common = Arrays.stream(common(tokens, others)).filter(partner -> partner >= 0).count();
    return common * 3 > 2L * Math.max(tokens.size(), others.size());
  }

  private static List<String> tokens(String line) {
    return TOKEN.matcher(line).results().map(MatchResult::group).toList();
  }

  /**
   * Returns for each entry of {@code a} its index in {@code b}, or -1, by a longest common
   * subsequence.
   */
  private static int[] common(List<String> a, List<String> b) {
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int[] partners = new int[a.size()];
    int j = 0;
    for (int i = 0; i < a.size(); i++) {
      partners[i] = -1;
      while (j < b.size() && longest[i][j] == longest[i][j + 1] && longest[i][j] > 0) {
        j++;
      }
      if (j < b.size() && a.get(i).equals(b.get(j))) {
        partners[i] = j++;
      }
    }
    return partners;
  }

  private static int[] reversed(int[] partners, int size) {
    int[] reversed = new int[size];
    Arrays.fill(reversed, -1);
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        reversed[partners[i]] = i;
      }
    }
    return reversed;
  }

  private List<List<Row>> hunks() {
    boolean[] isShown = new boolean[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isChanged()) {
        Arrays.fill(
            isShown, Math.max(0, i - CONTEXT), Math.min(rows.size(), i + CONTEXT + 1), true);
      }
    }
    List<List<Row>> hunks = new ArrayList<>();
    List<Row> hunk = new ArrayList<>();
    for (int i = 0; i <= rows.size(); i++) {
      if (i < rows.size() && isShown[i]) {
        hunk.add(rows.get(i));
      } else if (!hunk.isEmpty()) {
        hunks.add(hunk);
        hunk = new ArrayList<>();
      }
    }
    return Collections.unmodifiableList(hunks);
  }
}
