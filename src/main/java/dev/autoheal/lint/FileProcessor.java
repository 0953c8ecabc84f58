package dev.autoheal.lint;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rules.Rules;
import dev.autoheal.section.ParsedFile;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one file with what lies around it, and has the task of the run work on it. It is safe to
 * call from many threads.
 */
public final class FileProcessor {
  private final LintOptions options;
  private final RootConfigs roots;
  private final Chain chain;

  /** The rules under each settings, keyed by identity, because comparing maps would cost more. */
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
   * Processes a file as one that {@code app} matches, whatever the patterns of the policy say.
   * Skipped and excluded files are not read. If transforms are to be applied, the app of the last
   * matched transform takes precedence.
   *
   * @throws IOException if a file cannot be read or written
   */
  public CheckedFile process(InputFile input, Optional<Policy> policy, Optional<App> app)
      throws IOException {
    Optional<String> exclusion =
        policy
            .flatMap(p -> p.exclusionOf(input.path()))
            .map(each -> "excluded by " + each.policy());
    if (input.isUnreadable() && app.isPresent() && exclusion.isEmpty()) {
      return unreadable(input, policy, app);
    }
    if (input.skipped().isPresent()) {
      String reason = input.skipped().get();
      return unread(FileResult.skipped(input.path(), Optional.empty(), reason), policy, app);
    }
    if (exclusion.isPresent()) {
      FileResult result = FileResult.skipped(input.path(), app.map(App::name), exclusion.get());
      return unread(result, policy, app);
    }
    if (!chain.isEmpty()) {
      Chain.Outcome outcome = chain.applyTo(input.read());
      Optional<App> last = chain.app(path -> appOf(path, policy)).or(() -> app);
      FileJob job = job(input, outcome.parsed(), policy, last);
      return new CheckedFile(
          options.task().run(job),
          policy,
          last,
          Optional.of(job.context()),
          Optional.of(outcome.view()));
    }
    ParsedFile parsed = ParsedFile.of(input.read());
    FileJob job = job(input, parsed, policy, app);
    FileResult result =
        parsed.isFragment()
            ? job.skipped("named like a transform, but without the xdt namespace")
            : options.task().run(job);
    return new CheckedFile(result, policy, app, Optional.of(job.context()));
  }

  /** Reports a file that cannot be read: whatever the app will run with, nobody judged it. */
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
      InputFile input, ParsedFile parsed, Optional<Policy> policy, Optional<App> app)
      throws IOException {
    FileContexts around = FileContexts.of(input, parsed, app, roots, path -> appOf(path, policy));
    RuleContext context = around.context(parsed);
    Optional<App> judging = app.or(() -> around.publishing().flatMap(Publishing::app));
    return new FileJob(input, context, around, config(policy, judging), roots, options.needs());
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
