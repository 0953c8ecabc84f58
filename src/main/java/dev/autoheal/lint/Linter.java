package dev.autoheal.lint;

import dev.autoheal.change.VerificationFailure;
import dev.autoheal.files.FileTree;
import dev.autoheal.files.IoErrors;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.LeftOut;
import dev.autoheal.project.MissingFiles;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.SiblingFiles;
import dev.autoheal.project.UsageException;
import dev.autoheal.text.Location;
import dev.autoheal.text.Order;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs check, diff or apply once: it finds the files, reads their policies and checks the files.
 */
public final class Linter {
  private final LintOptions options;
  private final Consumer<String> notes;
  private final Progress progress;
  private final PolicyFinder policies;
  private final Set<Path> cleaned = ConcurrentHashMap.newKeySet();

  /**
   * Creates a run that has not started.
   *
   * @param notes receives messages that the user should know but that do not stop the run
   * @param progress is told how many files are done
   */
  public Linter(LintOptions options, Consumer<String> notes, Progress progress) {
    this.options = options;
    this.notes = notes;
    this.progress = progress;
    this.policies = options.policyFinder();
  }

  /** A file to check, with the policy found for it. */
  private record Job(InputFile target, Optional<Policy> policy) {
    Path path() {
      return target.root().folder().resolve(target.path());
    }
  }

  /** The result of a file, with the failure if it could not be checked. */
  private record Outcome(Job job, FileResult result, Optional<Problem> failure) {}

  /**
   * Runs once, and hands out each checked file as it is done.
   *
   * @param viewer receives the files that could be checked, from many threads and in no order
   * @throws UsageException if a path does not exist, there is nothing to check, or a required
   *     policy is missing
   * @throws IOException if a folder or a policy cannot be read
   */
  public LintResult run(Consumer<CheckedFile> viewer) throws IOException, UsageException {
    policies.readNamed();
    Chain chain = Chain.of(options, notes);
    FileFinder finder = new FileFinder(options.files(), options.task().isCreating(), notes);
    List<Job> jobs = jobs(finder);
    if (!policies.problems().isEmpty()) {
      return new LintResult(
          options.task().mode(),
          List.of(),
          LeftOut.NOTHING,
          List.of(),
          policies.problems(),
          LintResult.Failure.POLICY);
    }
    requirePolicy();
    Optional<Set<Path>> bound =
        options.policy().app().map(app -> jobs.stream().map(Job::path).collect(Collectors.toSet()));
    RootConfigs rootConfigs = new RootConfigs(policies, bound);
    FileProcessor processor = new FileProcessor(options, rootConfigs, chain);
    List<Outcome> outcomes = new ArrayList<>();
    progress.start(jobs.size());
    try {
      for (List<Job> together : inTurn(jobs, processor, rootConfigs.siblings())) {
        Stream<Job> stream = together.size() > 1 ? together.parallelStream() : together.stream();
        outcomes.addAll(stream.map(job -> check(processor, job, viewer)).toList());
      }
    } finally {
      progress.finish();
    }
    return result(outcomes, finder);
  }

  private LintResult result(List<Outcome> outcomes, FileFinder finder) {
    List<Problem> failures = outcomes.stream().flatMap(o -> o.failure.stream()).sorted().toList();
    return new LintResult(
        options.task().mode(),
        outcomes.stream().map(Outcome::result).sorted(Order.by(FileResult::path)).toList(),
        finder.leftOut(),
        policyFindings(finder, outcomes),
        failures,
        failures.isEmpty() ? LintResult.Failure.NONE : LintResult.Failure.INTERNAL);
  }

  private List<ReportedFinding> policyFindings(FileFinder finder, List<Outcome> outcomes) {
    PolicyUsage findings = new PolicyUsage(options, finder.walked());
    for (Outcome outcome : outcomes) {
      Job job = outcome.job;
      job.policy.ifPresent(
          policy -> findings.add(policy, job.target, outcome.result, outcome.failure.isPresent()));
    }
    return findings.sorted();
  }

  private List<Job> jobs(FileFinder finder) throws IOException, UsageException {
    boolean isCheck = options.task().mode() == Mode.CHECK;
    List<InputFile> targets =
        new ArrayList<>(isCheck ? finder.find(policies) : finder.findDistinct(policies));
    if (options.task().isCreating()) {
      MissingFiles missing = new MissingFiles(options.files(), options.policy().app(), policies);
      targets.addAll(missing.find(finder.searched()));
    }
    List<Job> jobs = new ArrayList<>();
    for (InputFile target : targets) {
      jobs.add(new Job(target, policyOf(target)));
    }
    return jobs;
  }

  private Optional<Policy> policyOf(InputFile target) throws IOException {
    return policies.of(target.root(), FileTree.folderOf(target.path()));
  }

  private void requirePolicy() throws UsageException {
    boolean needed = options.task().mode().isRewrite() || options.policy().app().isPresent();
    if (needed && policies.policies().isEmpty()) {
      throw new UsageException(
          "missing policy: no autoheal.yaml in the folders of the files or above;"
              + " run `autoheal init` or use --policy");
    }
    if (options.policy().app().isPresent()) {
      String name = options.policy().app().get();
      if (policies.policies().stream().noneMatch(policy -> policy.app(name).isPresent())) {
        throw new UsageException(
            "unknown app %s in the policy; %s".formatted(Quoted.literal(name), proposal(name)));
      }
    }
  }

  /** Proposes an app of the policies. */
  private String proposal(String seen) {
    List<String> apps =
        policies.policies().stream()
            .flatMap(policy -> policy.apps().stream())
            .map(App::name)
            .distinct()
            .toList();
    if (apps.isEmpty()) {
      return "add an app to it";
    }
    return Spelling.nearest(seen, apps)
        .map(name -> "did you mean %s?".formatted(Quoted.literal(name)))
        .orElseGet(() -> "use one of " + String.join(", ", apps));
  }

  /**
   * Orders the files for modes that change files: files that a transform builds on come before it.
   */
  private Collection<List<Job>> inTurn(
      List<Job> jobs, FileProcessor processor, SiblingFiles siblings) {
    if (!options.task().mode().isRewrite() && !options.task().mode().isFix()) {
      return List.of(jobs);
    }
    Map<Integer, List<Job>> turns = new TreeMap<>();
    for (Job job : jobs) {
      int turn = earlier(job, processor, siblings);
      turns.computeIfAbsent(turn, key -> new ArrayList<>()).add(job);
    }
    return turns.values();
  }

  private static int earlier(Job job, FileProcessor processor, SiblingFiles siblings) {
    try {
      return siblings.earlier(job.target, path -> processor.appOf(path, job.policy));
    } catch (IOException e) {
      // Checking the file reports the error.
      return 0;
    }
  }

  private Outcome check(FileProcessor processor, Job job, Consumer<CheckedFile> viewer) {
    InputFile target = job.target;
    try {
      boolean isWritten = options.task().mode().isWritten() && target.skipped().isEmpty();
      if (isWritten && target.exists() && cleaned.add(job.path().getParent())) {
        target.root().disk().file(target.path()).removeLeftovers();
      }
      CheckedFile view =
          processor.process(target, job.policy, path -> processor.appOf(path, job.policy));
      viewer.accept(view);
      return new Outcome(job, view.result(), Optional.empty());
    } catch (VerificationFailure e) {
      return failed(
          job,
          "the rewrite failed verification (%s) and was not written; please report this bug"
              .formatted(e.getMessage()));
    } catch (IOException e) {
      return failed(job, IoErrors.of(e));
    } finally {
      progress.step();
    }
  }

  private static Outcome failed(Job job, String why) {
    String path = job.target.path();
    return new Outcome(
        job,
        FileResult.skipped(path, Optional.empty(), why),
        Optional.of(new Problem(Location.startOf(path), why)));
  }
}
