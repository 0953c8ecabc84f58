package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Exemption;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.Suppressions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules, and the run of all of them over one file. */
public final class Rules {
  private static final SecretInParameters SECRETS = new SecretInParameters();
  private static final AppUnmatched UNMATCHED = new AppUnmatched();
  private static final ExceptionExpired EXPIRED = new ExceptionExpired();
  private static final ExceptionUnused UNUSED = new ExceptionUnused();
  private static final List<Rule> ALL =
      List.of(
          new MalformedXml(),
          new DtdForbidden(),
          new EncodingMismatch(),
          new FileTooLarge(),
          new WrongRoot(),
          new InvisibleCharacter(),
          new LeftoverTransform(),
          new TransformInert(),
          new NotRootConfig(),
          new LocationScoped(),
          new BreaksLocalIis(),
          new MisplacedSection(),
          new DuplicateSection(),
          new UnknownSection(),
          new UnknownElement(),
          new UnknownAttribute(),
          new UndocumentedAttribute(),
          new DuplicateElement(),
          new MissingAttribute(),
          new StrayText(),
          new SectionElsewhere(),
          new InvalidNumber(),
          new InvalidTimeSpan(),
          new InvalidAction(),
          new ZeroThreshold(),
          new MemoryOutOfRange(),
          new InvalidStatusCode(),
          new UndetectableStatus(),
          new IntervalBelowTimeTaken(),
          new DuplicateStatusRule(),
          new ShadowedStatusRule(),
          new Placeholder(),
          new NoTriggers(),
          new NoAction(),
          new CustomActionIgnored(),
          new CustomActionMissing(),
          new RecycleOnRequestCount(),
          new HairTrigger(),
          new UnreachableTimeTaken(),
          new WebsocketSlowRequests(),
          new CustomActionNotRestarting(),
          new CustomActionPath(),
          SECRETS,
          new MemoryAbovePlan(),
          new MemoryAboveProactive(),
          new MemoryAbove32Bit(),
          new PlanWithoutAutoheal(),
          new TransformDuplicates(),
          new TransformMissesTarget(),
          new IncompleteTrigger(),
          new Drift(),
          new OutsideLimits(),
          new UnmanagedTrigger(),
          UNMATCHED,
          EXPIRED,
          UNUSED);

  private static final Set<String> IDS =
      ALL.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());

  private Rules() {}

  /** In the order of the catalogue: document, structure, values, policy. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The ids of all rules. */
  public static Set<String> ids() {
    return IDS;
  }

  /** What all rules that are on find in one file, each finding once. */
  public static List<Finding> find(RuleContext subject, RuleConfig terms) {
    Set<Finding> findings = new LinkedHashSet<>();
    for (Rule rule : ALL) {
      terms
          .severity(rule)
          .ifPresent(severity -> rule.check(subject, to(findings, subject, rule, severity)));
    }
    return new ArrayList<>(findings);
  }

  /**
   * Takes out of what was found in a file what is suppressed, and adds what there is to say of the
   * suppressing.
   */
  public static CheckResult suppress(RuleContext subject, List<Finding> found, RuleConfig terms) {
    Suppressions suppressions = Suppressions.of(subject, found, IDS, terms);
    List<Finding> findings = new ArrayList<>(suppressions.remaining());
    suppressions
        .malformed()
        .forEach(each -> UNUSED.malformed(each.why(), each.at(), terms).ifPresent(findings::add));
    for (Suppressions.Comment comment : suppressions.comments()) {
      boolean isOld = suppressions.isUsed(comment) || comment.isExpired(terms.today());
      (isOld
              ? comment
                  .until()
                  .flatMap(day -> EXPIRED.judge(comment.rule(), day, comment.at(), terms))
              : UNUSED.comment(comment.rule(), comment.at(), terms))
          .ifPresent(findings::add);
    }
    Collections.sort(findings);
    return new CheckResult(findings, suppressions.suppressed());
  }

  /**
   * What there is to say of the exceptions of a policy.
   *
   * @param used those that accepted a finding
   * @param complete whether all files were judged that the policy is about, so that the others are
   *     not needed
   */
  public static List<Finding> checkExceptions(
      RuleConfig terms, Set<Exemption> used, boolean complete) {
    List<Finding> findings = new ArrayList<>();
    for (Exemption exception : terms.exceptions()) {
      boolean isUnused =
          complete && !exception.isExpired(terms.today()) && !used.contains(exception);
      (isUnused
              ? UNUSED.exception(exception.rule(), exception.ruleAt(), terms)
              : EXPIRED.judge(exception.rule(), exception.until(), exception.untilAt(), terms))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** What there is to say of the actions that apps ask for; of one they share it is said once. */
  public static List<Finding> checkActions(List<App> apps, RuleConfig terms) {
    return apps.stream()
        .flatMap(app -> app.asked().action().stream())
        .flatMap(asked -> SECRETS.asked(asked, terms).stream())
        .distinct()
        .toList();
  }

  /** What there is to say of apps that govern none of all the files there are. */
  public static List<Finding> checkUnmatched(List<App> apps, RuleConfig terms) {
    return apps.stream().flatMap(app -> UNMATCHED.app(app, terms).stream()).toList();
  }

  /** What the rules that are on by default find by themselves, in the order of the file. */
  static List<Finding> check(RuleContext subject) {
    return check(subject, ALL.stream().filter(Rule::isOnByDefault).toList());
  }

  /** What these rules find by themselves, in the order of the file. */
  static List<Finding> check(RuleContext subject, List<Rule> rules) {
    Set<Finding> findings = new LinkedHashSet<>();
    rules.forEach(rule -> rule.check(subject, to(findings, subject, rule, rule.severity())));
    return findings.stream().sorted().toList();
  }

  /** A set takes each once: what becomes of a base is asked of each way of publishing it. */
  private static Reporter to(
      Set<Finding> findings, RuleContext subject, Rule rule, Severity severity) {
    return (most, span, message, fix, related) ->
        findings.add(
            new Finding(
                rule.id(),
                severity.atMost(most),
                subject.file().locate(span),
                message,
                fix.map(each -> each.suggestedIn(subject.file())),
                List.of(related)));
  }
}
