package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.files.FileTree;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.ProjectRoot;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.Variant;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.FileContext;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.VariantFiles;
import dev.autoheal.rules.Rules;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one file with its surroundings, and runs the task on it. It is safe to call from many
 * threads.
 */
public final class FileProcessor {
  /** The rules that find where a section differs from the requirements of a policy. */
  private static final Set<String> REQUIREMENT_RULES = Set.of("drift", "outside-limits");

  private final LintOptions options;
  private final RootConfigs roots;
  private final Chain chain;

  /**
   * The rules for each map of settings, keyed by identity, because comparing maps would cost more.
   */
  private final Map<Map<String, RuleSetting>, RuleConfig> configs =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Creates a processor for one run that applies no transforms before it checks a file. */
  public FileProcessor(LintOptions options, RootConfigs roots) {
    this(options, roots, Chain.NONE);
  }

  /**
   * Creates a processor for one run.
   *
   * @param chain the transforms that are applied to each file before it is checked
   */
  FileProcessor(LintOptions options, RootConfigs roots, Chain chain) {
    this.options = options;
    this.roots = roots;
    this.chain = chain;
  }

  /**
   * Processes a file under a policy. Skipped and excluded files are not read. If transforms are to
   * be applied, the app of the last matched transform takes precedence.
   *
   * @param policy the policy that decides what is excluded, and what counts as a finding
   * @param apps returns the app that matches a path, whatever the patterns of the policy say
   * @throws IOException if a file cannot be read or written
   */
  public CheckedFile process(
      InputFile input, Optional<Policy> policy, Function<String, Optional<App>> apps)
      throws IOException {
    Optional<App> app = apps.apply(input.path());
    Optional<String> exclusion =
        policy.flatMap(p -> p.exclusionOf(input.path())).map(each -> "the policy excludes it");
    if (input.isUnreadable() && app.isPresent() && exclusion.isEmpty()) {
      return unreadable(input, policy, app);
    }
    Optional<String> skipped = input.skipped().or(() -> exclusion);
    if (skipped.isPresent()) {
      Optional<String> name = input.skipped().isPresent() ? Optional.empty() : app.map(App::name);
      return unread(FileResult.skipped(input.path(), name, skipped.get()), policy, app);
    }
    if (!chain.isEmpty()) {
      EffectiveConfig published = chain.applyTo(input.read(), apps);
      FileJob job = job(input, published.parsed(), policy, published.app(), apps);
      return new CheckedFile(
          options.task().run(job),
          policy,
          published.app(),
          Optional.of(job.context()),
          Optional.of(published));
    }
    ParsedFile parsed = read(input, apps);
    FileJob job = job(input, parsed, policy, app, apps);
    boolean isWhole = isNamed(input) || app.isPresent() || !job.context().around().isUnread();
    FileResult result = isWhole && !parsed.isFragment() ? options.task().run(job) : unread(job);
    return new CheckedFile(result, policy, app, Optional.of(job.context()));
  }

  /** Reports only that IIS never reads the file. */
  private static FileResult unread(FileJob job) {
    CheckResult unread = job.check().only(Rules.UNREAD);
    return unread.findings().isEmpty()
        ? job.skipped(
            job.context().parsed().isFragment()
                ? "named like a transform, but without the xdt namespace"
                : "IIS does not read it")
        : job.unchanged(unread, Optional.empty());
  }

  /** Returns whether a path of the command line is that of the file, not of a folder above it. */
  private boolean isNamed(InputFile input) {
    return options.files().names(input.root().folder().resolve(input.path()));
  }

  /** Reads a file in the role that its name and content give, or the way the app is published. */
  private ParsedFile read(InputFile input, Function<String, Optional<App>> apps)
      throws IOException {
    ParsedFile parsed = ParsedFile.of(input.read());
    if (parsed.isTransform() || FileTree.nameOf(input.path()).equalsIgnoreCase("web.config")) {
      return parsed;
    }
    List<Variant> variants = roots.siblings().variantsOf(input, apps);
    if (variants.isEmpty() && !(parsed.isFragment() && isNamed(input))) {
      return parsed;
    }
    boolean isBase = variants.stream().allMatch(each -> each.base().equals(input.path()));
    return ParsedFile.of(
        parsed.source(), isBase ? WebConfig.Role.CONFIG : WebConfig.Role.TRANSFORM);
  }

  /**
   * Reads the files of a variant; a base that is not there is an empty configuration.
   *
   * @param apps returns the app that matches a path
   */
  public VariantFiles files(Variant variant, ProjectRoot root, Function<String, Optional<App>> apps)
      throws IOException {
    return AppVariants.read(variant, Optional.empty(), root, roots.siblings(), apps);
  }

  /**
   * Finds where a published file differs from what an app requires, or is outside of its limits.
   *
   * @param policy the policy that decides what counts as a finding
   */
  public List<ReportedFinding> requirementFindings(
      EffectiveConfig published, App app, Optional<Policy> policy) {
    Optional<Comparison> comparison =
        published
            .parsed()
            .config()
            .map(config -> Comparison.of(config, app.desired(), /* mayCreate= */ true));
    RuleContext context =
        new RuleContext(published.parsed(), FileContext.of(Optional.of(app)), comparison);
    CheckResult checked = FileChecker.check(context, config(policy, Optional.of(app)));
    return new Excerpts(Optional.empty())
        .of(checked).stream()
            .filter(finding -> REQUIREMENT_RULES.contains(finding.rule()))
            .toList();
  }

  /** Reports a file that cannot be read, because the section of its app was not checked. */
  private CheckedFile unreadable(InputFile input, Optional<Policy> policy, Optional<App> app) {
    String reason = input.skipped().orElseThrow();
    Optional<ReportedFinding> finding = Rules.unreadable(input.path(), reason, config(policy, app));
    FileResult result =
        finding.isPresent()
            ? FileResult.unreadable(input.path(), app.map(App::name), reason, finding.get())
            : FileResult.skipped(input.path(), app.map(App::name), reason);
    return unread(result, policy, app);
  }

  private static CheckedFile unread(FileResult result, Optional<Policy> policy, Optional<App> app) {
    return new CheckedFile(result, policy, app, Optional.empty());
  }

  private FileJob job(
      InputFile input,
      ParsedFile parsed,
      Optional<Policy> policy,
      Optional<App> app,
      Function<String, Optional<App>> apps)
      throws IOException {
    FileContexts around = FileContexts.of(input, parsed, app, roots, apps);
    RuleContext context = around.context(parsed);
    Optional<App> decidingApp =
        app.or(() -> around.variants().flatMap(all -> all.ways().get(0).baseApp()));
    return new FileJob(input, context, around, config(policy, decidingApp), roots, options.needs());
  }

  private RuleConfig config(Optional<Policy> policy, Optional<App> app) {
    Map<String, RuleSetting> settings =
        app.map(each -> each.severities().rules())
            .or(() -> policy.map(Policy::rules))
            .orElse(Map.of());
    return configs
        .computeIfAbsent(
            settings, key -> RuleConfig.of(Rules.all(), key, List.of(), options.today()))
        .with(policy.map(Policy::exceptions).orElse(List.of()));
  }

  /**
   * Returns the app that the options name, or whose patterns match a file; empty when none does.
   */
  Optional<App> appOf(String path, Optional<Policy> policy) {
    Optional<String> name = options.policy().app();
    return name.isPresent()
        ? policy.flatMap(p -> p.app(name.get()))
        : policy.flatMap(p -> p.appFor(path));
  }
}
