package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Exemption;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.RuleSet;
import dev.autoheal.rule.Suppressions;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists all rules, and runs the checks of suppressions and policies. */
public final class Rules {
  private static final SecretInParameters SECRETS = new SecretInParameters();
  private static final AppUnmatched UNMATCHED = new AppUnmatched();
  private static final ExceptionExpired EXPIRED = new ExceptionExpired();
  private static final ExceptionUnused UNUSED = new ExceptionUnused();
  private static final UnresolvedSection UNRESOLVED = new UnresolvedSection();

  /** The id of the rule on files that IIS never reads. */
  public static final String UNREAD = "section-not-read";

  /** The rules by the group that they are listed in. */
  private static final Map<String, List<Rule>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put(
        "Document",
        List.of(
            new MalformedXml(),
            new DtdForbidden(),
            new EncodingMismatch(),
            new FileTooLarge(),
            new WrongRoot(),
            new InvisibleCharacter(),
            new LeftoverTransform(),
            new NotRootConfig(),
            new SectionNotRead(),
            new LocationScoped(),
            new BreaksLocalIis()));
    GROUPS.put(
        "Structure",
        List.of(
            new MisplacedSection(),
            new DuplicateSection(),
            new UnknownSection(),
            new UnknownElement(),
            new UnknownAttribute(),
            new UndocumentedAttribute(),
            new DuplicateElement(),
            new MissingAttribute(),
            new StrayText(),
            new SectionElsewhere()));
    GROUPS.put(
        "Values",
        List.of(
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
            new Placeholder()));
    GROUPS.put(
        "Effect and risk",
        List.of(
            new NoTriggers(),
            new NoAction(),
            new CustomActionIgnored(),
            new CustomActionMissing(),
            new RecycleOnRequestCount(),
            new LowRequestCount(),
            new ClientErrorStatus(),
            new HairTrigger(),
            new UnreachableTimeTaken(),
            new WebsocketSlowRequests(),
            new CustomActionArguments(),
            new CustomActionNotRestarting(),
            new CustomActionPath(),
            SECRETS,
            new MemoryAbovePlan(),
            new MemoryAboveProactive(),
            new MemoryAbove32Bit(),
            new PlanWithoutAutoheal()));
    GROUPS.put(
        "Transforms",
        List.of(
            new TransformDuplicates(),
            new TransformNotRepeatable(),
            new TransformMissesTarget(),
            new TransformInert(),
            UNRESOLVED));
    GROUPS.put(
        "Policy",
        List.of(
            new IncompleteTrigger(),
            new Drift(),
            new OutsideLimits(),
            new UnmanagedTrigger(),
            UNMATCHED,
            EXPIRED,
            UNUSED));
  }

  private static final List<Rule> ALL = GROUPS.values().stream().flatMap(List::stream).toList();

  /** The rules that flag a value or an action as invalid, or as certainly unintended. */
  private static final Set<String> INVALID =
      ids(
          new InvalidNumber(),
          new InvalidTimeSpan(),
          new InvalidAction(),
          new InvalidStatusCode(),
          new ZeroThreshold(),
          new MemoryOutOfRange());

  private static final String DRIFT = new Drift().id();

  /** The rules that have nothing to add to what the policy changes or removes. */
  private static final Set<String> YIELDING_TO_DRIFT =
      ids(new OutsideLimits(), new ClientErrorStatus(), new LowRequestCount());

  /** The rules that have nothing to add to a value that is flagged as invalid. */
  private static final Set<String> YIELDING =
      ids(
          new Drift(),
          new OutsideLimits(),
          new MemoryAbovePlan(),
          new MemoryAboveProactive(),
          new MemoryAbove32Bit());

  private static final Set<String> IDS =
      ALL.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());

  private Rules() {}

  /** Returns all rules in the order of the catalog. */
  public static List<Rule> all() {
    return ALL;
  }

  /** Returns all rules by the title of their group, in the order of the catalog. */
  public static Map<String, List<Rule>> groups() {
    return Collections.unmodifiableMap(GROUPS);
  }

  /** Returns the ids of all rules. */
  public static Set<String> ids() {
    return IDS;
  }

  /**
   * Separates the suppressed findings of a file from the others, and adds findings about the
   * suppressions themselves.
   *
   * @param found the findings of the file before suppression
   */
  public static CheckResult suppress(RuleContext context, List<Finding> found, RuleConfig config) {
    Suppressions suppressions = Suppressions.of(context, found, IDS, config);
    List<Finding> findings = new ArrayList<>(suppressions.remaining());
    for (Suppressions.MalformedComment comment : suppressions.malformed()) {
      UNUSED.malformed(comment.message()).at(comment.at(), config).ifPresent(findings::add);
    }
    for (Suppressions.Comment comment : suppressions.comments()) {
      boolean isOld = suppressions.isUsed(comment) || comment.isExpired(config.today());
      Optional<Notice> notice =
          isOld
              ? comment.until().flatMap(day -> EXPIRED.end(comment.rule(), day, config.today()))
              : Optional.of(UNUSED.comment(comment.rule()));
      notice.flatMap(each -> each.at(comment.at(), config)).ifPresent(findings::add);
    }
    Collections.sort(findings);
    return new CheckResult(context, withoutEchoes(findings), suppressions.suppressed());
  }

  /**
   * Leaves out findings that only follow from another one, so that one mistake gives one finding.
   * For example, an invalid value is not compared too, and a value that the policy changes is not
   * checked against its limits. This comes after the suppression, because a suppressed finding
   * hides no other.
   */
  private static List<Finding> withoutEchoes(List<Finding> findings) {
    Set<Span> invalid = new HashSet<>();
    List<Span> drift = new ArrayList<>();
    for (Finding finding : findings) {
      if (INVALID.contains(finding.rule()) && finding.severity() != Severity.INFO) {
        invalid.add(finding.span());
      } else if (finding.rule().equals(DRIFT)) {
        drift.add(finding.span());
      }
    }
    return findings.stream()
        .filter(each -> !YIELDING.contains(each.rule()) || !invalid.contains(each.span()))
        .filter(
            each ->
                !YIELDING_TO_DRIFT.contains(each.rule())
                    || drift.stream().noneMatch(span -> span.contains(each.span())))
        .toList();
  }

  private static Set<String> ids(Rule... rules) {
    return Stream.of(rules).map(Rule::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Checks whether the exceptions of a policy are unused, have ended or end soon.
   *
   * @param used the exceptions that suppressed a finding
   * @param complete whether all files that the policy concerns were checked; only then can an
   *     exception count as unused
   */
  public static List<ReportedFinding> checkExceptions(
      RuleConfig config, Set<Exemption> used, boolean complete) {
    List<ReportedFinding> findings = new ArrayList<>();
    for (Exemption exception : config.exceptions()) {
      boolean isUnused =
          complete && !exception.isExpired(config.today()) && !used.contains(exception);
      Location at = isUnused ? exception.ruleAt() : exception.untilAt();
      Optional<Notice> notice =
          isUnused
              ? Optional.of(UNUSED.exception(exception.rule()))
              : EXPIRED.end(exception.rule(), exception.until(), config.today());
      notice.flatMap(each -> each.at(at, config)).ifPresent(findings::add);
    }
    return findings;
  }

  /**
   * Checks the actions that apps require for secrets. A finding for an action that several apps
   * share is returned once.
   */
  public static List<ReportedFinding> checkActions(List<App> apps, RuleConfig config) {
    List<ReportedFinding> findings = new ArrayList<>();
    for (App app : apps) {
      app.desired()
          .action()
          .flatMap(
              desired -> SECRETS.desired(desired).flatMap(each -> each.at(desired.place(), config)))
          .ifPresent(findings::add);
    }
    return findings.stream().distinct().toList();
  }

  /**
   * Returns the finding for a file that an app matches and that cannot be read; empty when the rule
   * is off.
   *
   * @param reason why it cannot be read
   */
  public static Optional<ReportedFinding> unreadable(
      String path, String reason, RuleConfig config) {
    return UNRESOLVED.unreadable(reason).at(Location.startOf(path), config);
  }

  /** Returns the findings for apps that match no file. */
  public static List<ReportedFinding> checkUnmatched(List<App> apps, RuleConfig config) {
    return apps.stream()
        .flatMap(app -> UNMATCHED.unmatched(app).at(app.place(), config).stream())
        .toList();
  }

  /**
   * Runs the rules that are on by default, each with its own severity. Returns the findings in the
   * order of the file.
   */
  static List<Finding> check(RuleContext context) {
    return check(context, ALL.stream().filter(Rule::isOnByDefault).toList());
  }

  /**
   * Runs only {@code rules}, each with its own severity. Returns the findings in the order of the
   * file.
   */
  static List<Finding> check(RuleContext context, List<Rule> rules) {
    return RuleSet.of(rules, rule -> Optional.of(rule.severity())).find(context).stream()
        .sorted()
        .toList();
  }
}
