package dev.autoheal.hook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.autoheal.files.AtomicFile;
import dev.autoheal.files.DiskTree;
import dev.autoheal.git.HooksFolder;
import dev.autoheal.git.HooksFolder.Home;
import dev.autoheal.git.RevisionException;
import dev.autoheal.project.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * The pre-commit hook of one repository. A hook that is there already is moved aside, whatever it
 * is written in, and is called by ours; to take ours out moves it back.
 */
public final class GitHook {
  private static final String NAME = "pre-commit";

  /** The text of the hook knows this name too. */
  private static final String FORMER = NAME + ".before-autoheal";

  private final HooksFolder folder;
  private final Path hook;
  private final Path former;

  private GitHook(HooksFolder folder) {
    this.folder = folder;
    this.hook = folder.path().resolve(NAME);
    this.former = folder.path().resolve(FORMER);
  }

  /** What was done with the file of the hook. */
  public enum Change {
    /** It was made. */
    WRITTEN,
    /** It was one of another version, or with another launcher. */
    RENEWED,
    /** It was taken out. */
    REMOVED,
    /** Nothing. */
    NONE
  }

  /**
   * What was done.
   *
   * @param hook the path of the hook, relative to the work tree if it lies there
   * @param former the path of the hook that was there before, kept or put back; empty for none
   * @param isCommitted whether the hooks are files of the work tree
   */
  public record Result(Change change, String hook, Optional<String> former, boolean isCommitted) {}

  /**
   * The hook of the repository that a folder lies in.
   *
   * @throws UsageException if it lies in none, or in one that takes its hooks from outside
   */
  public static GitHook of(Path current) throws IOException, UsageException {
    HooksFolder folder;
    try {
      folder = HooksFolder.of(current);
    } catch (RevisionException e) {
      throw new UsageException(e.getMessage());
    }
    if (folder.home() == Home.ELSEWHERE) {
      throw new UsageException(
          ("git takes the hooks of this repository from %s, outside it;"
                  + " `git config --local core.hooksPath .githooks` gives it a folder of its own"
                  + " instead, or call `%s` in the hook there")
              .formatted(folder.path(), HookScript.REVIEW));
    }
    return new GitHook(folder);
  }

  /**
   * Puts it in place. Twice is the same as once.
   *
   * @param launcher what the hook calls where no autoheal is on PATH; a hook that is committed does
   *     not name it
   * @throws UsageException if it was edited, or another hook cannot be kept
   */
  public Result install(Optional<String> launcher) throws IOException, UsageException {
    demandWritable();
    byte[] text = HookScript.of(isCommitted() ? Optional.empty() : launcher);
    Optional<byte[]> before = content(hook);
    Change change;
    if (before.filter(HookScript::isOurs).isEmpty()) {
      demandNotMoved();
      add(text);
      change = Change.WRITTEN;
    } else {
      change = renew(before.get(), text);
    }
    if (!Files.isSymbolicLink(hook)) {
      ExecutableBit.grant(hook);
    }
    return result(change);
  }

  private void demandWritable() throws IOException {
    Files.createDirectories(folder.path());
    if (!Files.isWritable(folder.path())) {
      throw new AccessDeniedException(shown(folder.path()), null, "the folder is read-only");
    }
  }

  private void add(byte[] text) throws IOException, UsageException {
    boolean isBeside = exists(hook);
    if (isBeside) {
      moveAside();
    }
    try {
      file().create(text);
    } catch (IOException e) {
      if (isBeside) {
        Files.move(former, hook);
      }
      throw e;
    }
  }

  private void moveAside() throws IOException, UsageException {
    String text = new String(content(hook).orElse(new byte[0]), ISO_8859_1);
    Optional<HookManager> manager = HookManager.of(text);
    if (manager.isPresent()) {
      throw new UsageException(
          "%s was written by %s, which may write it anew; %s instead"
              .formatted(shown(hook), manager.get().program(), manager.get().cure()));
    }
    if (exists(former)) {
      throw new UsageException(
          ("the hook %s would be kept as %s, but there is one of that name already; move one of the"
                  + " two away")
              .formatted(shown(hook), shown(former)));
    }
    Files.move(hook, former);
  }

  /** One behind a link is somebody's own arrangement, which works and stays. */
  private Change renew(byte[] before, byte[] text) throws IOException, UsageException {
    demandUntouched(before);
    if (Arrays.equals(before, text) || Files.isSymbolicLink(hook)) {
      return Change.NONE;
    }
    file().replace(before, text);
    return Change.RENEWED;
  }

  /**
   * Takes it out, and puts the one back that was there before.
   *
   * @throws UsageException if it was edited, or another program has put it elsewhere
   */
  public Result uninstall() throws IOException, UsageException {
    Optional<byte[]> before = content(hook);
    boolean isOurs = before.filter(HookScript::isOurs).isPresent();
    if (isOurs) {
      demandUntouched(before.get());
    } else {
      demandNotMoved();
    }
    if (!isOurs && (exists(hook) || !exists(former))) {
      return new Result(Change.NONE, shown(hook), Optional.empty(), isCommitted());
    }
    Result result = result(Change.REMOVED);
    if (result.former().isPresent()) {
      Files.move(former, hook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(hook);
    }
    return result;
  }

  private void demandUntouched(byte[] text) throws UsageException {
    if (!HookScript.isUntouched(text)) {
      throw new UsageException(
          ("%s was edited since autoheal wrote it, and is left alone; move what is yours elsewhere,"
                  + " delete it and run this again")
              .formatted(shown(hook)));
    }
  }

  /** Other programs that install hooks move ours aside in their turn. */
  private void demandNotMoved() throws IOException, UsageException {
    if (!Files.isDirectory(folder.path())) {
      return;
    }
    try (DirectoryStream<Path> hooks = Files.newDirectoryStream(folder.path(), NAME + ".*")) {
      for (Path moved : hooks) {
        if (content(moved).filter(HookScript::isOurs).isPresent()) {
          throw new UsageException(
              ("autoheal's hook is %s now, where another program put it and may call it; have"
                      + " that program take its own hook out first (such as `pre-commit"
                      + " uninstall`), or delete that file")
                  .formatted(shown(moved)));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private AtomicFile file() throws IOException {
    return new DiskTree(folder.path()).file(NAME);
  }

  private Result result(Change change) {
    return new Result(
        change,
        shown(hook),
        exists(former) ? Optional.of(shown(former)) : Optional.empty(),
        isCommitted());
  }

  private boolean isCommitted() {
    return folder.home() == Home.WORK_TREE;
  }

  private static boolean exists(Path file) {
    return Files.exists(file, NOFOLLOW_LINKS);
  }

  /** Empty for no file, also behind a link. */
  private static Optional<byte[]> content(Path file) throws IOException {
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private String shown(Path file) {
    Path short_ = file.startsWith(folder.workTree()) ? folder.workTree().relativize(file) : file;
    return short_.toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}
