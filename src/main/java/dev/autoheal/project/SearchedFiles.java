package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.files.FileTree.Entry;
import dev.autoheal.files.TooManyFilesException;
import dev.autoheal.policy.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which files a search of folders looks at, on the disk or in a revision. */
public final class SearchedFiles {
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

  private SearchedFiles() {}

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
    BuildFiles above = new BuildFiles();
    int searched = 0;
    while (!folders.isEmpty()) {
      if (++searched > MOST_FOLDERS) {
        throw tooMany(MOST_FOLDERS, "folders");
      }
      String folder = folders.remove(folders.size() - 1);
      List<Entry> entries = root.tree().list(folder);
      found.addAll(others(root, folder, entries, above));
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
      requireFew(found);
    }
    return found;
  }

  /**
   * Returns the files that publishing the app of a folder uses, but whose names a search does not
   * look for.
   */
  static List<String> others(ProjectRoot root, String folder, List<Entry> entries, BuildFiles above)
      throws IOException {
    return mayNameOthers(root, folder, entries, above)
        ? VariantFinder.find(root, folder, above).members().stream()
            .filter(path -> !isConfig(path))
            .toList()
        : List.of();
  }

  /** Returns whether files of any name may take part in the app of a folder. */
  private static boolean mayNameOthers(
      ProjectRoot root, String folder, List<Entry> entries, BuildFiles above) throws IOException {
    if (AppFiles.mayHaveProfiles(entries)) {
      return true;
    }
    for (Entry entry : entries) {
      if (entry.kind() == FileTree.Kind.FILE && AppFiles.isProject(entry.name())) {
        String text = InputFile.file(root, FileTree.join(folder, entry.name())).read().text();
        return text.contains("Transform") || text.contains("Import") || above.hasAny(root, folder);
      }
    }
    return false;
  }

  /**
   * Checks the number of files before any is read.
   *
   * @param paths the paths of files of any name
   * @throws TooManyFilesException if more of them are checked than a review takes
   */
  public static void requireFew(Collection<String> paths) throws TooManyFilesException {
    if (paths.size() > MOST && paths.stream().filter(SearchedFiles::isConfig).count() > MOST) {
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
  static Map<String, FileTree.Kind> named(
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

  /**
   * Returns whether a file that IIS does not read has text like a section with triggers. A file
   * that a {@code configSource} names has nothing around its section.
   */
  static boolean mayHoldSection(ProjectRoot root, String path, Entry entry) throws IOException {
    String name = entry.name().toLowerCase(Locale.ROOT);
    if (entry.kind() != FileTree.Kind.FILE || OTHER_ENDINGS.stream().noneMatch(name::endsWith)) {
      return false;
    }
    String text = InputFile.file(root, path).read().text();
    return Stream.of("<configuration", "<monitoring", "<triggers").allMatch(text::contains);
  }

  /** Returns whether a search of the root would find a file at a path, if no policy names it. */
  public static boolean isSearched(String path) {
    return isConfig(path)
        && Stream.of(FileTree.folderOf(path).split("/", -1)).noneMatch(SearchedFiles::isLeftOut);
  }

  /** Returns whether a search of the root would find a file at a path because of its policy. */
  public static boolean isSearched(String path, Optional<Policy> policy) {
    return isConfig(path) && named(policy).contains(FileTree.folderOf(path));
  }

  static boolean isLeftOut(Entry entry) {
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
