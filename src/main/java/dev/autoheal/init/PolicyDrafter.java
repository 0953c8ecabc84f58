package dev.autoheal.init;

import static java.util.stream.Collectors.toList;

import dev.autoheal.init.PolicyDraft.DraftApp;
import dev.autoheal.section.Settings;
import dev.autoheal.text.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drafts a policy for the files of a scan. */
final class PolicyDrafter {
  private static final Settings NOTHING = new Settings(new TreeMap<>(), Optional.empty());
  private static final String SEE = "see `autoheal check`";

  private final ProjectScan scan;
  private final ExactPatterns patterns;
  private final Consumer<String> notes;
  private final List<String> remarks = new ArrayList<>();
  private final List<ScannedFile> chosen = new ArrayList<>();

  /**
   * Creates a drafter for one policy.
   *
   * @param notes receives a message for everything that could not be described
   */
  PolicyDrafter(ProjectScan scan, ExactPatterns patterns, Consumer<String> notes) {
    this.scan = scan;
    this.patterns = patterns;
    this.notes = notes;
  }

  /**
   * Drafts a policy that requires the current values of the sections. Values that several files
   * share become the defaults or a preset.
   */
  PolicyDraft described() {
    long without = scan.files().stream().filter(file -> !file.mayHaveSection()).count();
    remarkCount(without, "without a section");
    remarkCount(scan.nearer(), "with a nearer policy");
    scan.files().stream().map(ScannedFile::asApp).forEach(this::choose);
    Map<Settings, List<ScannedFile>> shared =
        chosen.stream()
            .filter(PolicyDrafter::isWhole)
            .collect(Collectors.groupingBy(PolicyDrafter::settings, LinkedHashMap::new, toList()));
    shared.values().removeIf(files -> files.size() < 2);
    boolean allAgree = shared.values().stream().anyMatch(files -> files.size() == chosen.size());
    Map<Settings, List<String>> presets = new LinkedHashMap<>();
    if (!allAgree) {
      shared.keySet().forEach(each -> presets.put(each, List.of("shared-" + (presets.size() + 1))));
    }
    List<DraftApp> apps =
        apps(
            PolicyDrafter::leftOut,
            file -> isWhole(file) ? presets.getOrDefault(settings(file), List.of()) : List.of(),
            file -> isWhole(file) && shared.containsKey(settings(file)) ? NOTHING : settings(file));
    return new PolicyDraft(
        remarks,
        allAgree ? shared.keySet().stream().findFirst() : Optional.empty(),
        inverse(presets),
        apps,
        List.of());
  }

  /**
   * Drafts a policy that requires a preset in the root file of each app, whatever its section says.
   */
  PolicyDraft withPreset(String preset) {
    remarkCount(scan.nearer(), "with a nearer policy");
    List<ScannedFile> files =
        scan.files().stream()
            .filter(file -> !file.isTransform() || file.description().isPresent())
            .toList();
    List<ScannedFile> roots =
        files.stream()
            .filter(file -> file.above().isEmpty())
            .collect(Collectors.groupingBy(ScannedFile::folder, LinkedHashMap::new, toList()))
            .values()
            .stream()
            .flatMap(PolicyDrafter::holders)
            .toList();
    boolean bare = files.stream().noneMatch(ScannedFile::mayHaveSection);
    if (bare && roots.size() > 1) {
      return withPreset(List.of(all(preset)));
    }
    roots.stream().filter(file -> isNamed(file.path())).forEach(chosen::add);
    return withPreset(apps(file -> List.of(), file -> List.of(preset), file -> NOTHING));
  }

  /**
   * Returns the files of one folder that hold the section. A team may keep it in the transforms
   * only, because IIS Express rejects it. A transform that inserts a section must have the values
   * too.
   */
  private static Stream<ScannedFile> holders(List<ScannedFile> files) {
    List<ScannedFile> bases = files.stream().filter(file -> !file.isTransform()).toList();
    boolean inTransforms =
        bases.size() < files.size() && bases.stream().noneMatch(ScannedFile::mayHaveSection);
    return files.stream()
        .filter(
            file ->
                file.isTransform() == inTransforms
                    || (file.isTransform() && file.description().isPresent()));
  }

  private PolicyDraft withPreset(List<DraftApp> apps) {
    return new PolicyDraft(remarks, Optional.empty(), Map.of(), apps, List.of());
  }

  private static DraftApp all(String preset) {
    return new DraftApp(
        List.of("All root files. Add an app above this one for a file that needs other values."),
        "all",
        "**/web.config",
        List.of(preset),
        NOTHING);
  }

  private void remarkCount(long count, String which) {
    if (count > 0) {
      remarks.add(
          "%d web.config %s %s %s in no app."
              .formatted(count, count == 1 ? "file" : "files", which, count == 1 ? "is" : "are"));
    }
  }

  private void choose(ScannedFile file) {
    file.trouble().ifPresent(why -> leaveOut(file.path(), why));
    if (file.description().isPresent() && isNamed(file.path())) {
      chosen.add(file);
      file.description().get().leftOut().forEach(what -> note(file.path(), what));
    }
  }

  private boolean isNamed(String path) {
    boolean named = patterns.of(path).isPresent();
    if (!named) {
      leaveOut(path, "the file (no pattern matches its path alone)");
    }
    return named;
  }

  private void leaveOut(String path, String what) {
    note(path, what);
    remarks.add(
        "%s is in no app: did not import %s; %s.".formatted(scan.belowPolicy(path), what, SEE));
  }

  private void note(String path, String what) {
    notes.accept("%s: did not import %s; %s".formatted(path, what, SEE));
  }

  private List<DraftApp> apps(
      Function<ScannedFile, List<String>> remarks,
      Function<ScannedFile, List<String>> presets,
      Function<ScannedFile, Settings> own) {
    Map<String, String> names = AppNames.of(chosen.stream().map(ScannedFile::path).toList());
    return chosen.stream()
        .map(
            file ->
                new DraftApp(
                    Stream.concat(below(file), remarks.apply(file).stream()).toList(),
                    names.get(file.path()),
                    patterns.of(file.path()).orElseThrow(),
                    presets.apply(file),
                    own.apply(file)))
        .toList();
  }

  private Stream<String> below(ScannedFile file) {
    return file.above().stream()
        .map(scan::belowPolicy)
        .map("Below %s: IIS reads a section only in the root file of an app."::formatted);
  }

  private static List<String> leftOut(ScannedFile file) {
    List<String> left = file.description().orElseThrow().leftOut();
    return left.isEmpty()
        ? List.of()
        : List.of("Did not import %s; %s.".formatted(Spelling.list(left), SEE));
  }

  /** Returns whether the section has values and all of them could be described. */
  private static boolean isWhole(ScannedFile file) {
    return !settings(file).equals(NOTHING) && file.description().orElseThrow().leftOut().isEmpty();
  }

  private static Settings settings(ScannedFile file) {
    return file.description().orElseThrow().settings();
  }

  private static Map<String, Settings> inverse(Map<Settings, List<String>> names) {
    Map<String, Settings> inverse = new LinkedHashMap<>();
    names.forEach((settings, name) -> inverse.put(name.get(0), settings));
    return inverse;
  }
}
