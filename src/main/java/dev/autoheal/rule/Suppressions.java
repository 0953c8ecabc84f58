package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import dev.autoheal.policy.Exemption;
import dev.autoheal.rule.SuppressionComments.Scoped;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Separates the suppressed findings of one file from the others, and keeps what suppressed them.
 */
public final class Suppressions {
  private final List<Finding> remaining = new ArrayList<>();
  private final List<SuppressedFinding<Finding>> suppressed = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<MalformedComment> malformed = new ArrayList<>();
  private final Set<Comment> used = new HashSet<>();

  /**
   * A comment of the file that can be followed.
   *
   * @param rule the id of the rule whose findings it suppresses
   * @param until the last day of the suppression; empty when it has no end
   * @param reason the reason for the suppression
   * @param at the span of the comment
   * @param scope the span in which the suppressed findings start
   */
  public record Comment(
      String rule, Optional<LocalDate> until, String reason, Span at, Span scope) {
    /**
     * Returns whether the last day is before {@code today}; a comment without an end never expires.
     */
    public boolean isExpired(LocalDate today) {
      return until.filter(day -> day.isBefore(today)).isPresent();
    }
  }

  /**
   * A malformed comment of the file, which suppresses nothing.
   *
   * @param message the mistake in the comment, and how to fix it
   * @param at the span of the comment
   */
  public record MalformedComment(String message, Span at) {}

  private Suppressions() {}

  /**
   * Separates the findings of the rules in one file.
   *
   * @param rules the ids of all rules, which comments may name
   */
  public static Suppressions of(
      RuleContext context, List<Finding> found, Set<String> rules, RuleConfig config) {
    Suppressions suppressions = new Suppressions();
    suppressions.readComments(context, rules);
    if (!found.isEmpty()) {
      suppressions.sort(found, context.file().path(), config);
    }
    return suppressions;
  }

  /** Returns the findings that nothing suppresses, in the order in which they were found. */
  public List<Finding> remaining() {
    return remaining;
  }

  /** Returns the suppressed findings, in the order in which they were found. */
  public List<SuppressedFinding<Finding>> suppressed() {
    return suppressed;
  }

  /** Returns the comments that can be followed, in the order of the file. */
  public List<Comment> comments() {
    return comments;
  }

  /** Returns the comments that cannot be followed, in the order of the file. */
  public List<MalformedComment> malformed() {
    return malformed;
  }

  /** Returns whether a comment suppresses a finding. */
  public boolean isUsed(Comment comment) {
    return used.contains(comment);
  }

  private void readComments(RuleContext context, Set<String> rules) {
    if (context.parsed().xml().orElse(null) instanceof XmlDocument.Parsed parsed) {
      for (Scoped each : SuppressionComments.in(parsed.document(), new SuppressionParser(rules))) {
        if (each.comment() instanceof SuppressionComment.Valid comment) {
          comments.add(
              new Comment(
                  comment.rule(), comment.until(), comment.reason(), each.at(), each.scope()));
        } else if (each.comment() instanceof SuppressionComment.Malformed comment) {
          malformed.add(new MalformedComment(comment.message(), each.at()));
        }
      }
    }
  }

  /**
   * Separates the findings. Comments and exceptions are grouped by rule first, since there can be
   * thousands of each.
   */
  private void sort(List<Finding> found, String path, RuleConfig config) {
    Map<String, ScopeIndex> byRule =
        comments.stream()
            .filter(comment -> !comment.isExpired(config.today()))
            .collect(
                Collectors.groupingBy(
                    Comment::rule,
                    Collectors.collectingAndThen(Collectors.toList(), ScopeIndex::of)));
    Map<String, List<Exemption>> exceptions =
        config.exceptions().stream()
            .filter(exception -> !exception.isExpired(config.today()))
            .filter(exception -> exception.files().matches(path))
            .collect(Collectors.groupingBy(Exemption::rule, Collectors.toUnmodifiableList()));
    ScopeIndex none = ScopeIndex.of(List.of());
    for (Finding finding : found) {
      sort(
          finding,
          byRule.getOrDefault(finding.rule(), none).at(finding.span().start()),
          exceptions.getOrDefault(finding.rule(), List.of()));
    }
  }

  private void sort(Finding finding, List<Comment> accepting, List<Exemption> exceptions) {
    used.addAll(accepting);
    if (accepting.isEmpty() && exceptions.isEmpty()) {
      remaining.add(finding);
    } else {
      List<String> reasons = accepting.stream().map(Comment::reason).toList();
      suppressed.add(new SuppressedFinding<>(finding, exceptions, reasons));
    }
  }

  /**
   * Finds the comments of one rule whose scope holds an offset. Of several with the same scope only
   * the first counts, so that the others are unused.
   *
   * @param segments the comments from an offset up to the next one
   */
  private record ScopeIndex(NavigableMap<Integer, List<Comment>> segments) {
    static ScopeIndex of(List<Comment> comments) {
      ScopeIndex index = new ScopeIndex(new TreeMap<>(Map.of(0, List.of())));
      Set<Span> scopes = new HashSet<>();
      for (Comment comment : comments) {
        if (scopes.add(comment.scope)) {
          index.add(comment);
        }
      }
      return index;
    }

    private void add(Comment comment) {
      split(comment.scope.start());
      split(comment.scope.end());
      segments
          .subMap(comment.scope.start(), comment.scope.end())
          .replaceAll(
              (from, before) -> Stream.concat(before.stream(), Stream.of(comment)).toList());
    }

    private void split(int offset) {
      segments.putIfAbsent(offset, at(offset));
    }

    List<Comment> at(int offset) {
      return segments.floorEntry(offset).getValue();
    }
  }
}
