package dev.autoheal.rule;

import dev.autoheal.policy.PolicyException;
import dev.autoheal.rule.IgnoreComment.Malformed;
import dev.autoheal.rule.IgnoreComments.Scoped;
import dev.autoheal.text.Finding;
import dev.autoheal.text.Location;
import dev.autoheal.xml.XmlDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells findings that are accepted from others, and says what there is to say of the accepting. */
final class Ignores {
  private static final ExceptionExpired EXPIRED = new ExceptionExpired();
  private static final ExceptionUnused UNUSED = new ExceptionUnused();

  private final Terms terms;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Ignored> ignored = new ArrayList<>();
  private final Set<Comment> used = new HashSet<>();

  /**
   * A comment of the file that can be followed.
   *
   * @param scope the findings that start there are meant
   */
  private record Comment(IgnoreComment.Valid says, Location at, Location scope) {
    boolean isOver(Terms terms) {
      return says.until().filter(until -> EXPIRED.isOver(until, terms.today())).isPresent();
    }
  }

  private Ignores(Terms terms) {
    this.terms = terms;
  }

  /**
   * Judges what the rules found in one file.
   *
   * @param rules the ids of all rules
   */
  static Verdict judge(Subject subject, List<Finding> found, Set<String> rules, Terms terms) {
    Ignores ignores = new Ignores(terms);
    List<Comment> comments = ignores.comments(subject, rules);
    if (!found.isEmpty()) {
      ignores.judge(found, subject.file().path(), comments);
    }
    comments.forEach(ignores::judge);
    Collections.sort(ignores.findings);
    return new Verdict(ignores.findings, ignores.ignored);
  }

  /**
   * What there is to say of the exceptions of the policy.
   *
   * @param used those that accepted a finding
   * @param complete whether all files were judged that the policy is about
   */
  static List<Finding> judge(Terms terms, Set<PolicyException> used, boolean complete) {
    List<Finding> findings = new ArrayList<>();
    for (PolicyException exception : terms.exceptions()) {
      boolean isOver = EXPIRED.isOver(exception.until(), terms.today());
      Optional<Finding> finding =
          complete && !isOver && !used.contains(exception)
              ? UNUSED.exception(exception.rule(), exception.ruleAt(), terms)
              : EXPIRED.judge(exception.rule(), exception.until(), exception.untilAt(), terms);
      finding.ifPresent(findings::add);
    }
    return findings;
  }

  private List<Comment> comments(Subject subject, Set<String> rules) {
    List<Comment> comments = new ArrayList<>();
    if (subject.parsed().orElse(null) instanceof XmlDocument.Parsed parsed) {
      for (Scoped each : IgnoreComments.in(parsed.document(), new IgnoreReader(rules))) {
        Location at = subject.file().locate(each.at());
        if (each.says() instanceof IgnoreComment.Valid says) {
          comments.add(new Comment(says, at, subject.file().locate(each.scope())));
        } else {
          UNUSED.malformed(((Malformed) each.says()).why(), at, terms).ifPresent(findings::add);
        }
      }
    }
    return comments;
  }

  /** What may accept a finding is gathered by rule first: of each there can be thousands. */
  private void judge(List<Finding> found, String path, List<Comment> comments) {
    Map<String, List<Comment>> byRule =
        comments.stream()
            .filter(comment -> !comment.isOver(terms))
            .collect(Collectors.groupingBy(comment -> comment.says.rule()));
    Map<String, List<PolicyException>> exceptions =
        terms.exceptions().stream()
            .filter(exception -> !EXPIRED.isOver(exception.until(), terms.today()))
            .filter(exception -> exception.files().matches(path))
            .collect(Collectors.groupingBy(PolicyException::rule, Collectors.toUnmodifiableList()));
    for (Finding finding : found) {
      judge(
          finding,
          byRule.getOrDefault(finding.rule(), List.of()),
          exceptions.getOrDefault(finding.rule(), List.of()));
    }
  }

  private void judge(Finding finding, List<Comment> comments, List<PolicyException> exceptions) {
    List<Comment> accepting =
        comments.stream()
            .filter(comment -> comment.scope.holdsStartOf(finding.location()))
            .toList();
    used.addAll(accepting);
    if (accepting.isEmpty() && exceptions.isEmpty()) {
      findings.add(finding);
    } else {
      List<String> reasons = accepting.stream().map(comment -> comment.says.reason()).toList();
      ignored.add(new Ignored(finding, exceptions, reasons));
    }
  }

  private void judge(Comment comment) {
    String rule = comment.says.rule();
    Optional<Finding> finding =
        used.contains(comment) || comment.isOver(terms)
            ? comment.says.until().flatMap(day -> EXPIRED.judge(rule, day, comment.at, terms))
            : UNUSED.comment(rule, comment.at, terms);
    finding.ifPresent(findings::add);
  }
}
