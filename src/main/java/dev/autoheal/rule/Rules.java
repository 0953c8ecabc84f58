package dev.autoheal.rule;

import dev.autoheal.policy.App;
import dev.autoheal.policy.PolicyException;
import dev.autoheal.text.Finding;
import dev.autoheal.text.Severity;
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
          new ExceptionExpired(),
          new ExceptionUnused());

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

  /** What all rules that are on find in one file, and what of it is accepted. */
  public static Verdict check(Subject subject, Terms terms) {
    List<Finding> findings = found(subject, terms);
    findings.addAll(new ResultFindings(subject, findings, each -> found(each, terms)).all());
    Collections.sort(findings);
    Verdict verdict = Ignores.judge(subject, findings, IDS, terms);
    return subject.source().map(source -> verdict.and(check(source, terms))).orElse(verdict);
  }

  private static List<Finding> found(Subject subject, Terms terms) {
    Set<Finding> findings = new LinkedHashSet<>();
    for (Rule rule : ALL) {
      terms
          .severity(rule)
          .ifPresent(severity -> rule.check(subject, to(findings, subject, rule, severity)));
    }
    return new ArrayList<>(findings);
  }

  /**
   * What there is to say of the exceptions of a policy.
   *
   * @param used those that accepted a finding
   * @param complete whether all files were judged that the policy is about, so that the others are
   *     not needed
   */
  public static List<Finding> checkExceptions(
      Terms terms, Set<PolicyException> used, boolean complete) {
    return Ignores.judge(terms, used, complete);
  }

  /** What there is to say of the actions that apps ask for; of one they share it is said once. */
  public static List<Finding> checkActions(List<App> apps, Terms terms) {
    return apps.stream()
        .flatMap(app -> app.asked().action().stream())
        .flatMap(asked -> SECRETS.asked(asked, terms).stream())
        .distinct()
        .toList();
  }

  /** What there is to say of apps that govern none of all the files there are. */
  public static List<Finding> checkUnmatched(List<App> apps, Terms terms) {
    return apps.stream().flatMap(app -> UNMATCHED.app(app, terms).stream()).toList();
  }

  /** What the rules that are on by default find by themselves, in the order of the file. */
  static List<Finding> check(Subject subject) {
    return check(subject, ALL.stream().filter(Rule::isOnByDefault).toList());
  }

  /** What these rules find by themselves, in the order of the file. */
  static List<Finding> check(Subject subject, List<Rule> rules) {
    Set<Finding> findings = new LinkedHashSet<>();
    rules.forEach(rule -> rule.check(subject, to(findings, subject, rule, rule.severity())));
    return findings.stream().sorted().toList();
  }

  /** A set takes each once: what becomes of a base is asked of each way of publishing it. */
  private static Reporter to(Set<Finding> findings, Subject subject, Rule rule, Severity severity) {
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
