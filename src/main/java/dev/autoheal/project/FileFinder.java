package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.files.FileTree.Entry;
import dev.autoheal.files.IoErrors;
import dev.autoheal.files.TooManyFilesException;
import dev.autoheal.git.IgnoredFiles;
import dev.autoheal.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the paths of a command line into the files to check, sorted by path. */
public final class FileFinder {
  /**
   * The folders that a search leaves out, in lower case. They hold build output or downloads, or
   * are never the root of an app.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(".git", "bin", "obj", "packages", "node_modules", "target", "views");

  /** The most files that a review checks. */
  private static final int MOST = 20_000;

  /** The most folders of a revision that are searched. */
  private static final int MOST_FOLDERS = 10 * MOST;

  private static final List<String> OTHER_ENDINGS = List.of(".config", ".xdt", ".transform");

  private static final String FOREIGN = "in a repository of its own, which is to be named";

  private final FileSelection files;
  private final boolean mayBeMissing;
  private final Consumer<String> notes;
  private final Map<String, InputFile> targets = new TreeMap<>();
  private Optional<PolicyFinder> policies = Optional.empty();
  private final List<Place> searched = new ArrayList<>();
  private final List<Place> walked = new ArrayList<>();

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
    return List.copyOf(targets.values());
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

  private InputFile input(FileSelection.StandardInput input) throws IOException, UsageException {
    Path file = files.current().resolve(input.name()).normalize();
    if (input.name().toString().isEmpty() || Files.isDirectory(file)) {
      throw new UsageException("--stdin-filename takes the path of a file, not of a folder");
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
      demandRegular(root.holds(absolute.getParent()) ? kind : FileTree.Kind.BAD_LINK, named);
      add(root, path, kind);
    }
  }

  private static void demandRegular(FileTree.Kind kind, Path named) throws UsageException {
    if (kind == FileTree.Kind.BAD_LINK) {
      throw new UsageException(
          "%s is a link that leads nowhere or out of the repository; name a file inside it"
              .formatted(named));
    }
    if (kind != FileTree.Kind.FILE) {
      throw new UsageException("%s is not a regular file; name a web.config".formatted(named));
    }
  }

  private void findIn(Path folder, Path named) throws IOException, UsageException {
    ProjectRoot root = ProjectRoot.of(folder, files.current());
    if (!root.holds(folder)) {
      demandRegular(FileTree.Kind.BAD_LINK, named);
    }
    walked.add(new Place(root, root.relative(folder), false));
    Found found = new Found(new LinkedHashMap<>(), new TreeSet<>());
    walk(root, root.relative(folder), found);
    for (String path : ignored(root, found.files.keySet())) {
      if (!isNamed(root, path)) {
        found.files.remove(path);
      }
    }
    found.files.forEach((path, kind) -> add(root, path, kind));
    found.foreign.forEach(path -> put(InputFile.skipped(root, path, FOREIGN)));
    boolean none = found.files.isEmpty() && found.foreign.isEmpty();
    if (none && !files.allowNoFiles() && !mayBeMissing) {
      throw new UsageException(
          "no web.config in %s; name a file or another folder, or pass --allow-no-files"
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
      for (String path : others(root, at.folder, entries)) {
        found.add(path, FileTree.Kind.FILE, foreign);
      }
      for (Entry entry : entries) {
        String path = FileTree.join(at.folder, entry.name());
        if (isLeftOut(entry)) {
          for (Map.Entry<String, FileTree.Kind> named : named(root, policies, path).entrySet()) {
            found.add(named.getKey(), named.getValue(), foreign);
          }
        } else if (entry.kind() == FileTree.Kind.FOLDER) {
          places.add(new Place(root, path, foreign));
        } else if (isConfig(entry.name()) || mayHoldSection(root, path, entry)) {
          found.add(path, entry.kind(), foreign);
        }
      }
    }
  }

  /**
   * Returns whether a file that IIS does not read has text like a section with triggers. A file
   * that a {@code configSource} names has nothing around its section.
   */
  private static boolean mayHoldSection(ProjectRoot root, String path, Entry entry)
      throws IOException {
    String name = entry.name().toLowerCase(Locale.ROOT);
    if (entry.kind() != FileTree.Kind.FILE || OTHER_ENDINGS.stream().noneMatch(name::endsWith)) {
      return false;
    }
    String text = InputFile.file(root, path).read().text();
    return Stream.of("<configuration", "<monitoring", "<triggers").allMatch(text::contains);
  }

  private static List<Entry> list(Place place) throws IOException {
    try {
      return place.root.tree().list(place.folder);
    } catch (IOException e) {
      Object name = place.folder.isEmpty() ? place.root.folder().getFileName() : place.folder;
      throw new IOException("the folder %s cannot be read: %s".formatted(name, IoErrors.of(e)), e);
    }
  }

  private void add(ProjectRoot root, String path, FileTree.Kind kind) {
    put(InputFile.of(root, path, kind));
  }

  private void put(InputFile target) {
    targets.put(target.root().folder().resolve(target.path()).toString(), target);
  }

  private Set<String> ignored(ProjectRoot root, Set<String> paths) {
    if (!root.isRepository() || paths.isEmpty()) {
      return Set.of();
    }
    try {
      return new IgnoredFiles(root.folder()).ignored(paths);
    } catch (IOException e) {
      notes.accept("files that git ignores are not left out: " + e.getMessage());
      return Set.of();
    }
  }

  /**
   * Returns the paths of the files that a search of all folders finds, sorted. Among them are those
   * that a policy names without a wildcard.
   *
   * @throws TooManyFilesException if there are more files or folders than a review takes
   */
  public static SortedSet<String> configs(ProjectRoot root, PolicyFinder policies)
      throws IOException {
    SortedSet<String> found = new TreeSet<>();
    List<String> folders = new ArrayList<>(List.of(""));
    int searched = 0;
    while (!folders.isEmpty()) {
      if (++searched > MOST_FOLDERS) {
        throw tooMany(MOST_FOLDERS, "folders");
      }
      String folder = folders.remove(folders.size() - 1);
      List<Entry> entries = root.tree().list(folder);
      found.addAll(others(root, folder, entries));
      for (Entry entry : entries) {
        String path = FileTree.join(folder, entry.name());
        if (isLeftOut(entry)) {
          found.addAll(named(root, Optional.of(policies), path).keySet());
        } else if (entry.kind() == FileTree.Kind.FOLDER) {
          folders.add(path);
        } else if (entry.kind() == FileTree.Kind.FILE && isConfig(path)) {
          found.add(path);
        }
      }
      demandFew(found);
    }
    return found;
  }

  /**
   * Returns the files of other names than a search looks for that publishing the app of a folder
   * uses.
   */
  private static List<String> others(ProjectRoot root, String folder, List<Entry> entries)
      throws IOException {
    return AppFiles.mayNameOthers(entries)
        ? VariantFinder.find(root, folder).members().stream()
            .filter(path -> !isConfig(path))
            .toList()
        : List.of();
  }

  /**
   * Checks the number of files before any is read.
   *
   * @param paths the paths of files of any name
   * @throws TooManyFilesException if more of them are checked than a review takes
   */
  public static void demandFew(Collection<String> paths) throws TooManyFilesException {
    if (paths.size() > MOST && paths.stream().filter(FileFinder::isConfig).count() > MOST) {
      throw tooMany(MOST, "files");
    }
  }

  private static TooManyFilesException tooMany(int most, String what) {
    return new TooManyFilesException(
        "more than %d %s to review; split the change".formatted(most, what));
  }

  /**
   * Returns the files in a folder that a search leaves out, and below, that are in the same folder
   * as a file that a policy names without a wildcard.
   */
  private static Map<String, FileTree.Kind> named(
      ProjectRoot root, Optional<PolicyFinder> policies, String leftOut) throws IOException {
    Map<String, FileTree.Kind> found = new TreeMap<>();
    if (policies.isPresent() && !FileTree.nameOf(leftOut).equals(".git")) {
      Optional<Policy> policy = policies.get().of(root, FileTree.folderOf(leftOut));
      for (String folder : named(policy)) {
        if ((folder + "/").startsWith(leftOut + "/")) {
          for (Entry entry : root.tree().list(folder)) {
            if (isConfig(entry.name()) && !isFolder(entry)) {
              found.put(FileTree.join(folder, entry.name()), entry.kind());
            }
          }
        }
      }
    }
    return found;
  }

  /** Returns the folders of the files that a policy names without a wildcard. */
  private static Set<String> named(Optional<Policy> policy) {
    return policy.stream()
        .flatMap(each -> each.apps().stream())
        .flatMap(app -> app.files().exactPaths().stream())
        .map(FileTree::folderOf)
        .collect(Collectors.toSet());
  }

  private boolean isNamed(ProjectRoot root, String path) throws IOException {
    return policies.isPresent()
        && policies
            .get()
            .of(root, FileTree.folderOf(path))
            .filter(policy -> policy.namesExactly(path))
            .isPresent();
  }

  /** Returns whether a search of the root would find a file at a path, if no policy names it. */
  public static boolean isSearched(String path) {
    return isConfig(path)
        && Stream.of(FileTree.folderOf(path).split("/", -1)).noneMatch(FileFinder::isLeftOut);
  }

  /** Returns whether a search of the root would find a file at a path because of its policy. */
  public static boolean isSearched(String path, Optional<Policy> policy) {
    return isConfig(path) && named(policy).contains(FileTree.folderOf(path));
  }

  private static boolean isLeftOut(Entry entry) {
    return entry.kind() == FileTree.Kind.LINKED_FOLDER
        || (entry.kind() == FileTree.Kind.FOLDER && isLeftOut(entry.name()));
  }

  private static boolean isFolder(Entry entry) {
    return entry.kind() == FileTree.Kind.FOLDER || entry.kind() == FileTree.Kind.LINKED_FOLDER;
  }

  private static boolean isLeftOut(String folder) {
    return LEFT_OUT.contains(folder.toLowerCase(Locale.ROOT));
  }

  /** Returns whether a path ends in the name of a web.config or of one of its transforms. */
  public static boolean isConfig(String path) {
    String lower = FileTree.nameOf(path).toLowerCase(Locale.ROOT);
    return lower.equals("web.config") || (lower.startsWith("web.") && lower.endsWith(".config"));
  }
}
