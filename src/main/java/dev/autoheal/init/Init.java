package dev.autoheal.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.files.FileTree;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.read.BuiltInPresets;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.project.RunOptions;
import dev.autoheal.project.UsageException;
import dev.autoheal.text.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the first policy: for sections as they are, or for a fresh start. */
public final class Init {
  private final Request request;
  private final Consumer<String> notes;
  private final RunOptions options;

  /**
   * What is asked.
   *
   * @param paths files and folders; relative ones to {@code current}. The policy goes into the one
   *     folder that is named, else into {@code current}
   * @param current the current folder, absolute
   * @param preset what every app is to use, in place of what its section says
   * @param accept whether findings that remain become exceptions
   * @param force whether files that are there are replaced
   * @param today the day from which exceptions count
   * @param schema of policies
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
   * What was written.
   *
   * @param policy its path, relative to the repository root
   * @param schema its path
   * @param apps how many apps the policy has
   * @param exceptions how many it accepts findings by
   * @param errors how many check finds now
   * @param warnings how many check finds now
   */
  public record Result(
      String policy, String schema, int apps, int exceptions, long errors, long warnings) {}

  /**
   * Nothing is done yet.
   *
   * @param notes takes what the user should know though it stops nothing
   */
  public Init(Request request, Consumer<String> notes) {
    this.request = request;
    this.notes = notes;
    this.options =
        new RunOptions(
            RunOptions.Mode.CHECK,
            request.paths(),
            request.current(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            request.today(),
            true,
            false,
            false,
            false,
            ReportNeeds.NONE,
            List.of());
  }

  /**
   * Writes the policy and its schema, or neither.
   *
   * @throws UsageException if they may not be written there, a path does not exist, or there is
   *     nothing to describe
   */
  public Result run() throws IOException, UsageException {
    demandPreset();
    PolicyFile place = PolicyFile.of(folder(), request.current(), request.force());
    PolicyFile schema = place.schema(PolicyWriter.SCHEMA, request.force());
    noteReplaced(place);
    ProjectScan survey = ProjectScan.of(place, options, new FileFinder(options, notes).find());
    if (survey.files().isEmpty() && survey.nearer() == 0 && request.preset().isEmpty()) {
      throw new UsageException(
          "there is no web.config to describe; name another folder, or start afresh with --preset "
              + BuiltInPresets.NAMES.get(0));
    }
    ExactPatterns patterns =
        new ExactPatterns(place.folder(), survey.targets().stream().map(InputFile::path).toList());
    PolicyDrafter drafter = new PolicyDrafter(survey, patterns, notes);
    PolicyDraft draft = request.preset().map(drafter::afresh).orElseGet(drafter::described);
    DraftCheck rehearsal = rehearsed(draft, place, survey);
    if (request.accept()) {
      draft =
          draft.accepting(new Baseline(patterns, request.today(), notes).of(rehearsal.findings()));
      rehearsal = rehearsed(draft, place, survey);
    }
    schema.write(request.schema());
    place.write(PolicyWriter.of(draft).getBytes(UTF_8));
    return new Result(
        place.path(),
        schema.path(),
        draft.apps().size(),
        draft.exceptions().size(),
        rehearsal.count(Severity.ERROR),
        rehearsal.count(Severity.WARNING));
  }

  private void noteReplaced(PolicyFile place) throws IOException {
    String folder = place.folder();
    while (!folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      Optional<String> above = PolicyFinder.in(place.root(), folder);
      if (above.isPresent()) {
        notes.accept("%s, in a folder above, no longer governs these files".formatted(above.get()));
        return;
      }
    }
  }

  private void demandPreset() throws UsageException {
    List<String> known = BuiltInPresets.NAMES;
    if (request.preset().isPresent() && !known.contains(request.preset().get())) {
      String name = request.preset().get();
      throw new UsageException(
          "there is no preset %s; %s"
              .formatted(
                  name,
                  Spelling.nearest(name, known)
                      .map("did you mean %s?"::formatted)
                      .orElse("there are " + String.join(", ", known))));
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

  private DraftCheck rehearsed(PolicyDraft draft, PolicyFile place, ProjectScan survey)
      throws IOException, UsageException {
    DraftCheck rehearsal = DraftCheck.of(PolicyWriter.of(draft), place, options, survey.targets());
    if (request.preset().isEmpty() && !rehearsal.isWithoutDrift()) {
      throw new IllegalStateException("the policy would ask for changes, and was not written");
    }
    return rehearsal;
  }
}
