package dev.autoheal.git;

import dev.autoheal.files.DiskTree;
import dev.autoheal.files.FileTree;
import dev.autoheal.text.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the revisions of a repository without checking anything out. A name is turned into an
 * object id first. All later calls use ids only, so that no name is mistaken for an option.
 */
public final class GitRepository implements AutoCloseable {
  /** Matches text that a shell treats as one word. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

  /** The option after which git takes no word for an option. */
  private static final String END = "--end-of-options";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private final Path root;
  private final GitProcess program;
  private final ObjectReader objects;

  /** The ids of the trees of commits that were looked up, by the ids of the commits. */
  private final Map<String, String> trees = new HashMap<>();

  /** Creates a reader for the repository whose work tree is {@code root}. */
  public GitRepository(Path root) {
    this.root = root;
    this.program = new GitProcess(root);
    this.objects = new ObjectReader(program);
  }

  /**
   * Returns the id of the commit that a revision names.
   *
   * @throws RevisionException if it names none in this repository
   */
  public String commit(String revision) throws IOException {
    GitProcess.Output output =
        program.run("", "rev-parse", END, revision + "^{commit}", revision + "^{tree}");
    // Some versions of git repeat the option. A name like a..b gives more ids.
    List<String> ids = output.text().lines().filter(line -> !line.equals(END)).toList();
    if (output.exitCode() == 0 && ids.size() == 2 && ids.stream().allMatch(GitRepository::isId)) {
      trees.put(ids.get(0), ids.get(1));
      return ids.get(0);
    }
    if (!isRepository()) {
      throw new RevisionException(output.reason());
    }
    boolean isShallow = isShallow();
    throw new RevisionException(
        "unknown revision %s in this %s; run `%s`"
            .formatted(
                Quoted.literal(revision),
                isShallow ? "shallow clone" : "repository",
                fetching(revision, isShallow ? "git fetch --unshallow" : "git fetch")));
  }

  /**
   * Returns the command that fetches a revision. A clone of one branch fetches others only if they
   * are named.
   */
  private String fetching(String revision, String fetch) throws IOException {
    int slash = revision.indexOf('/');
    boolean isOfRemote =
        PLAIN.matcher(revision).matches()
            && slash > 0
            && program
                .run("", "remote")
                .text()
                .lines()
                .anyMatch(revision.substring(0, slash)::equals);
    return isOfRemote
        ? "%s %s %s:refs/remotes/%s"
            .formatted(fetch, revision.substring(0, slash), revision.substring(slash + 1), revision)
        : fetch;
  }

  /**
   * Returns the id of the merge base of two commits.
   *
   * @throws RevisionException if the repository has no commit that both have in common
   */
  public String mergeBase(String one, String other) throws IOException {
    GitProcess.Output output = program.run("", "merge-base", one, other);
    String id = output.text().strip();
    if (output.exitCode() == 0 && isId(id)) {
      return id;
    }
    throw new RevisionException(
        isShallow()
            ? "missing merge base of base and head in this shallow clone;"
                + " run `git fetch --unshallow`"
            : "base and head have no common commit; use another base");
  }

  /**
   * Returns whether the repository waits for its first commit, or for the first commit of a new
   * branch.
   */
  public boolean isUnborn() throws IOException {
    return program.run("", "symbolic-ref", "--quiet", "HEAD").exitCode() == 0
        && program.run("", "rev-parse", "--verify", "--quiet", "HEAD").exitCode() != 0;
  }

  /** Returns the id of the empty tree, which represents the state before the first commit. */
  public String nothing() throws IOException {
    return program.output("hash-object", "-t", "tree", "--stdin").strip();
  }

  private static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private boolean isRepository() throws IOException {
    return program.run("", "rev-parse", "--git-dir").exitCode() == 0;
  }

  private boolean isShallow() throws IOException {
    return program.run("", "rev-parse", "--is-shallow-repository").text().strip().equals("true");
  }

  /** Returns the files of a commit, or of a tree. */
  public FileTree tree(String commit) throws IOException {
    String id = trees.get(commit);
    if (id == null) {
      id = program.output("rev-parse", "--verify", END, commit + "^{tree}").strip();
    }
    return tree(CheckoutAttributes.ofTree(program, id), new CommitFolders(objects, id));
  }

  /** Returns the files of the index, which the next commit will contain. */
  public FileTree index() throws IOException {
    GitProcess staging = staging();
    String listing = staging.output("ls-files", "-s", "-z");
    return tree(CheckoutAttributes.ofIndex(staging), new IndexFolders(listing));
  }

  /**
   * Returns the files on the disk, with those that a sparse checkout leaves out. Where attributes
   * changed, unedited files are read as a checkout would now write them.
   *
   * @param before the commit, or the tree, with which the disk is compared
   * @param changed what {@link #onDisk} returned for it
   */
  public FileTree workingTree(String before, SortedSet<String> changed) throws IOException {
    String listing = program.output("ls-files", "-s", "-t", "-z");
    String untagged = listing.replaceAll("(^|\0). ", "$1");
    boolean isOutdated =
        changed.stream().anyMatch(path -> FileTree.nameOf(path).equals(".gitattributes"));
    return new WorkingTree(
        new DiskTree(root),
        tree(CheckoutAttributes.onDisk(program), new IndexFolders(untagged)),
        listing,
        isOutdated
            ? Optional.of(new WorkingTree.Outdated(tree(before), edited()))
            : Optional.empty());
  }

  private ObjectTree tree(CheckoutAttributes attributes, ObjectTree.Folders folders) {
    return new ObjectTree(objects, new WorkingTreeEncoding(attributes), folders);
  }

  /** Returns the paths that a commit, or a tree, tracks. */
  public TrackedPaths tracked(String commit) throws IOException {
    return TrackedPaths.of(program.output("ls-tree", "-r", "-z", commit));
  }

  /** Returns the paths that the index tracks. */
  public TrackedPaths tracked() throws IOException {
    return TrackedPaths.of(staging().output("ls-files", "-s", "-z"));
  }

  /** Returns the paths that differ between two commits; a renamed file counts with both names. */
  public SortedSet<String> changed(String before, String after) throws IOException {
    return paths(program.output("diff-tree", "-r", "-z", "--name-only", before, after));
  }

  /** Returns the paths that differ between a commit and the index. */
  public SortedSet<String> staged(String before) throws IOException {
    return paths(
        staging().output("diff-index", "--cached", "-z", "--name-only", "--no-renames", before));
  }

  /**
   * Returns the paths that may differ between a commit and the disk, including untracked files that
   * are not ignored.
   */
  public SortedSet<String> onDisk(String before) throws IOException {
    SortedSet<String> paths =
        paths(
            program.output("diff-index", "--cached", "-z", "--name-only", "--no-renames", before));
    paths.addAll(edited());
    paths.addAll(paths(program.output("ls-files", "-o", "-z", "--exclude-standard")));
    return paths;
  }

  /** Returns the tracked files that differ between the index and the disk. */
  private SortedSet<String> edited() throws IOException {
    return paths(
        withoutFilters()
            .output("diff-files", "-z", "--name-only", "--no-renames", "--ignore-submodules"));
  }

  private static SortedSet<String> paths(String listing) {
    return new TreeSet<>(
        Arrays.stream(listing.split("\0")).filter(path -> !path.isEmpty()).toList());
  }

  /**
   * Returns git calls that use the index of the current commit. A commit of only some files has a
   * separate index, whose path git passes to its hooks.
   */
  private GitProcess staging() throws IOException {
    String named = System.getenv("GIT_INDEX_FILE");
    if (named == null) {
      return program;
    }
    Path index = root.resolve(named).toAbsolutePath();
    Path home = Path.of(program.output("rev-parse", "--absolute-git-dir").strip());
    boolean isOurs = Files.exists(index) && index.toRealPath().startsWith(home.toRealPath());
    return isOurs ? program.with(Map.of("GIT_INDEX_FILE", index.toString())) : program;
  }

  /**
   * Returns git calls without the configured filters. To find out whether a file changed, git would
   * run it through them.
   */
  private GitProcess withoutFilters() throws IOException {
    GitProcess.Output names =
        program.run("", "config", "-z", "--name-only", "--get-regexp", "^filter\\.");
    Map<String, String> settings = new HashMap<>();
    int count = 0;
    for (String name : List.copyOf(paths(names.text()))) {
      settings.put("GIT_CONFIG_KEY_" + count, name);
      settings.put("GIT_CONFIG_VALUE_" + count, name.endsWith(".required") ? "false" : "");
      count++;
    }
    settings.put("GIT_CONFIG_COUNT", Integer.toString(count));
    return program.with(settings);
  }

  @Override
  public void close() {
    objects.close();
  }
}
