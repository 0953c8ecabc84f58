package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.files.FileTree.Entry;
import dev.autoheal.files.IoErrors;
import dev.autoheal.git.IgnoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Turns the paths of a command line into the files to check, sorted by path. */
public final class FileFinder {
  /** The number of folders in one folder from which on it pays to list them in parallel. */
  private static final int MANY = 32;

  private static final String FOREIGN = "in another repository; name its folder to check it";

  private final FileSelection files;
  private final boolean mayBeMissing;
  private final Consumer<String> notes;
  private final Map<String, InputFile> targets = new TreeMap<>();
  private Optional<PolicyFinder> policies = Optional.empty();
  private final BuildFiles above = new BuildFiles();
  private final List<Place> searched = new ArrayList<>();
  private final List<Place> walked = new ArrayList<>();
  private final SortedSet<String> leftOut = new TreeSet<>();
  private long gitIgnored;

  /**
   * A folder in which files were looked for.
   *
   * @param root the root that {@code folder} is relative to
   * @param folder its path, empty for the root
   * @param foreign whether it is in a separate repository inside the root
   */
  public record Place(ProjectRoot root, String folder, boolean foreign) {}

  /** The files that a search found, and the paths that it found in repositories inside this one. */
  private record Found(Map<String, FileTree.Kind> files, Set<String> foreign) {
    void add(String path, FileTree.Kind kind, boolean isForeign) {
      if (isForeign) {
        foreign.add(path);
      } else {
        files.put(path, kind);
      }
    }
  }

  /**
   * Creates a finder for one run.
   *
   * @param mayBeMissing whether a path need not exist, because the run creates files
   * @param notes receives messages that the user should know but that do not stop the run
   */
  public FileFinder(FileSelection files, boolean mayBeMissing, Consumer<String> notes) {
    this.files = files;
    this.mayBeMissing = mayBeMissing;
    this.notes = notes;
  }

  /**
   * Finds the files that the paths of the selection name, or the file that standard input is named
   * after. The files are sorted by path.
   *
   * @throws UsageException if a path does not exist and is not to be created, or a folder has no
   *     web.config
   * @throws IOException if a folder cannot be read
   */
  public List<InputFile> find() throws IOException, UsageException {
    if (files.input().isPresent()) {
      return List.of(input(files.input().get()));
    }
    for (Path path : files.paths()) {
      find(files.absolute(path), path);
    }
    List<InputFile> found = List.copyOf(targets.values());
    // The keys of many files would need much memory until the end of the run.
    targets.clear();
    return found;
  }

  /**
   * Does the same as {@link #find()}, and finds files that a policy names without a wildcard in
   * folders that a search leaves out, and files there that belong to them.
   */
  public List<InputFile> find(PolicyFinder policies) throws IOException, UsageException {
    this.policies = Optional.of(policies);
    return find();
  }

  /** Finds the same files, but skips all names of a file but one, so that it is written once. */
  public List<InputFile> findDistinct(PolicyFinder policies) throws IOException, UsageException {
    List<InputFile> found = find(policies);
    return files.input().isPresent() ? found : SameFiles.skippedIn(found);
  }

  /** Returns the folders that were searched so far, and the folders of files that were named. */
  public List<Place> searched() {
    return searched;
  }

  /** Returns the folders that were searched with everything below them. None of them is foreign. */
  public List<Place> walked() {
    return walked;
  }

  /** Returns what was left out so far. */
  public LeftOut leftOut() {
    return new LeftOut(leftOut, gitIgnored);
  }

  private InputFile input(FileSelection.StandardInput input) throws IOException, UsageException {
    Path file = files.current().resolve(input.name()).normalize();
    if (input.name().toString().isEmpty() || Files.isDirectory(file)) {
      throw new UsageException("expected a file for --stdin-filename, got a folder");
    }
    ProjectRoot root = ProjectRoot.of(existing(file.getParent()), files.current());
    return InputFile.input(root, root.relative(file), input.content());
  }

  private static Path existing(Path folder) {
    Path at = folder;
    while (!Files.isDirectory(at)) {
      at = at.getParent();
    }
    return at;
  }

  private void find(Path absolute, Path named) throws IOException, UsageException {
    boolean exists = Files.exists(absolute, LinkOption.NOFOLLOW_LINKS);
    if (!exists && !mayBeMissing) {
      throw new UsageException("%s does not exist".formatted(named));
    }
    if (Files.isDirectory(absolute)) {
      findIn(absolute, named);
      return;
    }
    ProjectRoot root = ProjectRoot.of(existing(absolute.getParent()), files.current());
    String path = root.relative(absolute);
    searched.add(new Place(root, FileTree.folderOf(path), false));
    if (exists) {
      FileTree.Kind kind = root.tree().kind(path).orElse(FileTree.Kind.OTHER);
      requireRegular(root.holds(absolute.getParent()) ? kind : FileTree.Kind.BAD_LINK, named);
      add(root, path, kind);
    }
  }

  private static void requireRegular(FileTree.Kind kind, Path named) throws UsageException {
    if (kind == FileTree.Kind.BAD_LINK) {
      throw new UsageException(
          "%s is a broken link or leads out of the repository; name a file inside it"
              .formatted(named));
    }
    if (kind != FileTree.Kind.FILE) {
      throw new UsageException("%s is not a regular file; name a web.config".formatted(named));
    }
  }

  private void findIn(Path folder, Path named) throws IOException, UsageException {
    ProjectRoot root = ProjectRoot.of(folder, files.current());
    if (!root.holds(folder)) {
      requireRegular(FileTree.Kind.BAD_LINK, named);
    }
    walked.add(new Place(root, root.relative(folder), false));
    Found found = new Found(new LinkedHashMap<>(), new TreeSet<>());
    walk(root, root.relative(folder), found);
    for (String path : ignored(root, found.files.keySet())) {
      if (!isNamed(root, path)) {
        found.files.remove(path);
        gitIgnored++;
      }
    }
    found.files.forEach((path, kind) -> add(root, path, kind));
    found.foreign.forEach(path -> put(InputFile.skipped(root, path, FOREIGN)));
    boolean none =
        found.foreign.isEmpty()
            && found.files.values().stream().allMatch(FileTree.Kind.UNNAMED_FOLDER::equals);
    if (none && !files.allowNoFiles() && !mayBeMissing) {
      throw new UsageException(
          "no web.config in %s; name a file or another folder, or use --allow-no-files"
              .formatted(named.toString().isEmpty() ? "the current folder" : named));
    }
  }

  private void walk(ProjectRoot root, String start, Found found) throws IOException {
    List<Place> places = new ArrayList<>(List.of(new Place(root, start, false)));
    while (!places.isEmpty()) {
      Place at = places.remove(places.size() - 1);
      List<Entry> entries = list(at);
      boolean foreign =
          at.foreign
              || (!at.folder.equals(start)
                  && entries.stream().anyMatch(entry -> entry.name().equals(".git")));
      searched.add(at);
      for (String path : SearchedFiles.others(root, at.folder, entries, above)) {
        found.add(path, FileTree.Kind.FILE, foreign);
      }
      List<Place> below = new ArrayList<>();
      for (Entry entry : entries) {
        String path = FileTree.join(at.folder, entry.name());
        if (SearchedFiles.isLeftOut(entry)) {
          if (!entry.name().equals(".git")) {
            leftOut.add(entry.name());
          }
          for (Map.Entry<String, FileTree.Kind> named :
              SearchedFiles.named(root, policies, path).entrySet()) {
            found.add(named.getKey(), named.getValue(), foreign);
          }
        } else if (entry.kind() == FileTree.Kind.FOLDER) {
          below.add(new Place(root, path, foreign));
        } else if (entry.kind() == FileTree.Kind.UNNAMED_FOLDER
            || SearchedFiles.isConfig(entry.name())
            || SearchedFiles.mayHoldSection(root, path, entry)) {
          found.add(path, entry.kind(), foreign);
        }
      }
      if (below.size() >= MANY) {
        below.parallelStream().forEach(FileFinder::listAhead);
      }
      places.addAll(below);
    }
  }

  /** Lists a folder for the tree to keep, so that many are listed at once. */
  private static void listAhead(Place place) {
    try {
      place.root.tree().list(place.folder);
    } catch (IOException e) {
      // The search itself lists the folder again and reports it.
    }
  }

  private static List<Entry> list(Place place) throws IOException {
    try {
      return place.root.tree().list(place.folder);
    } catch (IOException e) {
      Object name = place.folder.isEmpty() ? place.root.folder().getFileName() : place.folder;
      throw new IOException("cannot read the folder %s: %s".formatted(name, IoErrors.of(e)), e);
    }
  }

  private void add(ProjectRoot root, String path, FileTree.Kind kind) {
    put(InputFile.of(root, path, kind));
  }

  private void put(InputFile target) {
    targets.put(target.root().folder() + "/" + target.path(), target);
  }

  private Set<String> ignored(ProjectRoot root, Set<String> paths) {
    if (!root.isRepository() || paths.isEmpty()) {
      return Set.of();
    }
    try {
      return new IgnoredFiles(root.folder()).ignored(paths);
    } catch (IOException e) {
      notes.accept("checking files that git ignores too: " + e.getMessage());
      return Set.of();
    }
  }

  private boolean isNamed(ProjectRoot root, String path) throws IOException {
    return policies.isPresent()
        && policies
            .get()
            .of(root, FileTree.folderOf(path))
            .filter(policy -> policy.namesExactly(path))
            .isPresent();
  }
}
