package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import dev.autoheal.policy.Exemption;
import dev.autoheal.rule.SuppressionComments.Scoped;
import dev.autoheal.text.Location;
import dev.autoheal.xml.XmlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells findings of one file that are suppressed from others, and keeps what suppressed them. */
public final class Suppressions {
  private final List<Finding> remaining = new ArrayList<>();
  private final List<SuppressedFinding> suppressed = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<MalformedComment> malformed = new ArrayList<>();
  private final Set<Comment> used = new HashSet<>();

  /**
   * A comment of the file that can be followed.
   *
   * @param until the last day; empty when it has no end
   * @param at where the comment stands
   * @param scope the findings that start there are meant
   */
  public record Comment(
      String rule, Optional<LocalDate> until, String reason, Location at, Location scope) {
    /** Whether its last day lies before {@code today}. */
    public boolean isExpired(LocalDate today) {
      return until.filter(day -> day.isBefore(today)).isPresent();
    }
  }

  /** A comment of the file that cannot be followed, and why. */
  public record MalformedComment(String why, Location at) {}

  private Suppressions() {}

  /**
   * Sorts what the rules found in one file.
   *
   * @param rules the ids of all rules, which comments may name
   */
  public static Suppressions of(
      RuleContext subject, List<Finding> found, Set<String> rules, RuleConfig terms) {
    Suppressions suppressions = new Suppressions();
    suppressions.readComments(subject, rules);
    if (!found.isEmpty()) {
      suppressions.sort(found, subject.file().path(), terms);
    }
    return suppressions;
  }

  /** The findings that nothing suppresses, in the order they were found. */
  public List<Finding> remaining() {
    return remaining;
  }

  /** The others, in the order they were found. */
  public List<SuppressedFinding> suppressed() {
    return suppressed;
  }

  /** The comments that can be followed, in the order of the file. */
  public List<Comment> comments() {
    return comments;
  }

  /** Those that cannot, in the order of the file. */
  public List<MalformedComment> malformed() {
    return malformed;
  }

  /** Whether a comment suppresses a finding. */
  public boolean isUsed(Comment comment) {
    return used.contains(comment);
  }

  private void readComments(RuleContext subject, Set<String> rules) {
    if (subject.parsed().orElse(null) instanceof XmlDocument.Parsed parsed) {
      for (Scoped each : SuppressionComments.in(parsed.document(), new SuppressionParser(rules))) {
        Location at = subject.file().locate(each.at());
        if (each.says() instanceof SuppressionComment.Valid says) {
          Location scope = subject.file().locate(each.scope());
          comments.add(new Comment(says.rule(), says.until(), says.reason(), at, scope));
        } else if (each.says() instanceof SuppressionComment.Malformed says) {
          malformed.add(new MalformedComment(says.why(), at));
        }
      }
    }
  }

  /** What may suppress a finding is gathered by rule first: of each there can be thousands. */
  private void sort(List<Finding> found, String path, RuleConfig terms) {
    Map<String, List<Comment>> byRule =
        comments.stream()
            .filter(comment -> !comment.isExpired(terms.today()))
            .collect(Collectors.groupingBy(Comment::rule));
    Map<String, List<Exemption>> exceptions =
        terms.exceptions().stream()
            .filter(exception -> !exception.isExpired(terms.today()))
            .filter(exception -> exception.files().matches(path))
            .collect(Collectors.groupingBy(Exemption::rule, Collectors.toUnmodifiableList()));
    for (Finding finding : found) {
      sort(
          finding,
          byRule.getOrDefault(finding.rule(), List.of()),
          exceptions.getOrDefault(finding.rule(), List.of()));
    }
  }

  private void sort(Finding finding, List<Comment> candidates, List<Exemption> exceptions) {
    List<Comment> accepting =
        candidates.stream()
            .filter(comment -> comment.scope.holdsStartOf(finding.location()))
            .toList();
    used.addAll(accepting);
    if (accepting.isEmpty() && exceptions.isEmpty()) {
      remaining.add(finding);
    } else {
      List<String> reasons = accepting.stream().map(Comment::reason).toList();
      suppressed.add(new SuppressedFinding(finding, exceptions, reasons));
    }
  }
}
