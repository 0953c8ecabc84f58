package dev.autoheal.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.files.FileTree;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.LintOptions;
import dev.autoheal.lint.Task;
import dev.autoheal.policy.read.BuiltInPresets;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.FileSelection;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.PolicyOptions;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.project.UsageException;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Writes the first policy, either for the sections as they are or with a preset. */
public final class Init {
  private final Request request;
  private final Consumer<String> notes;
  private final LintOptions options;

  /**
   * The options of the command.
   *
   * @param paths files and folders; relative ones are relative to {@code current}. The policy is
   *     written to the folder if exactly one is named, else to {@code current}
   * @param current the current folder, absolute
   * @param preset the preset that every app uses instead of the values of its section
   * @param accept whether remaining findings become exceptions
   * @param force whether existing files are replaced
   * @param today the day from which exceptions count
   * @param schema the content of the schema of policies
   */
  public record Request(
      List<Path> paths,
      Path current,
      Optional<String> preset,
      boolean accept,
      boolean force,
      LocalDate today,
      byte[] schema) {}

  /**
   * The files that were written, and their content in numbers.
   *
   * @param policy the path of the policy, relative to the repository root
   * @param schema the path of the schema, relative to the repository root
   * @param apps the number of apps in the policy
   * @param exceptions the number of exceptions in the policy
   * @param errors the number of errors that check reports now
   * @param warnings the number of warnings that check reports now
   */
  public record Result(
      String policy, String schema, int apps, int exceptions, long errors, long warnings) {}

  /**
   * Creates a command that has not run yet.
   *
   * @param notes receives messages that the user should know but that do not stop the run
   */
  public Init(Request request, Consumer<String> notes) {
    this.request = request;
    this.notes = notes;
    this.options =
        new LintOptions(
            FileSelection.of(request.paths(), request.current(), /* allowNoFiles= */ true),
            PolicyOptions.NEAREST,
            Task.check(List.of()),
            request.today(),
            ReportNeeds.NONE);
  }

  /**
   * Writes the policy and its schema. Neither is written if one of them may not be.
   *
   * @throws UsageException if the files may not be written there, a path does not exist, or there
   *     is nothing to describe
   */
  public Result run() throws IOException, UsageException {
    requirePreset();
    List<InputFile> found =
        new FileFinder(options.files(), /* mayBeMissing= */ false, notes).find();
    PolicyFile place = PolicyFile.of(folder(), request.current(), request.force());
    PolicyFile schema = place.schema(PolicyWriter.SCHEMA, request.force());
    noteReplaced(place);
    ProjectScan scan = ProjectScan.of(place, options, found);
    if (scan.files().isEmpty() && scan.nearer() == 0) {
      throw new UsageException(
          "no web.config of an app here; name the folder of an app, or create its web.config");
    }
    ExactPatterns patterns =
        new ExactPatterns(place.folder(), scan.targets().stream().map(InputFile::path).toList());
    List<String> remarks = new ArrayList<>();
    PolicyDraft draft = draft(scan, patterns, remarks::add);
    DraftCheck check = DraftCheck.of(PolicyWriter.of(draft), place, options, scan.targets());
    Set<String> unused = check.unusedTransforms();
    if (request.preset().isEmpty() && !unused.isEmpty()) {
      remarks.clear();
      draft = draft(scan.withUnused(unused), patterns, remarks::add);
      check = DraftCheck.of(PolicyWriter.of(draft), place, options, scan.targets());
    }
    remarks.forEach(notes);
    if (request.preset().isPresent() && draft.apps().isEmpty()) {
      throw new UsageException(
          "every web.config has a nearer policy; name the folder of an app without a policy");
    }
    if (request.accept()) {
      draft = draft.accepting(new Baseline(patterns, request.today(), notes).of(check.findings()));
      check = DraftCheck.of(PolicyWriter.of(draft), place, options, scan.targets());
    }
    if (request.preset().isEmpty() && !check.isWithoutDrift()) {
      throw new IllegalStateException("the new policy requires changes, so it was not written");
    }
    schema.write(request.schema());
    try {
      place.write(PolicyWriter.of(draft).getBytes(UTF_8));
    } catch (IOException e) {
      schema.removeIfNew();
      throw e;
    }
    return new Result(
        place.path(),
        schema.path(),
        draft.apps().size(),
        draft.exceptions().size(),
        check.count(Severity.ERROR),
        check.count(Severity.WARNING));
  }

  private void noteReplaced(PolicyFile place) throws IOException {
    String folder = place.folder();
    while (!folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      Optional<String> above = PolicyFinder.in(place.root(), folder);
      if (above.isPresent()) {
        notes.accept(
            "%s in a folder above no longer applies to these files".formatted(above.get()));
        return;
      }
    }
  }

  private void requirePreset() throws UsageException {
    List<String> known = BuiltInPresets.NAMES;
    if (request.preset().isPresent() && !known.contains(request.preset().get())) {
      String name = request.preset().get();
      throw new UsageException(
          "unknown preset %s; %s"
              .formatted(
                  Quoted.literal(name),
                  Spelling.nearest(name, known)
                      .map("did you mean '%s'?"::formatted)
                      .orElse("use one of " + String.join(", ", known))));
    }
  }

  private Path folder() {
    List<Path> folders =
        request.paths().stream()
            .map(path -> request.current().resolve(path).toAbsolutePath().normalize())
            .toList();
    return folders.size() == 1 && Files.isDirectory(folders.get(0))
        ? folders.get(0)
        : request.current();
  }

  private PolicyDraft draft(ProjectScan scan, ExactPatterns patterns, Consumer<String> remarks) {
    PolicyDrafter drafter = new PolicyDrafter(scan, patterns, remarks);
    return request.preset().map(drafter::withPreset).orElseGet(drafter::described);
  }
}
