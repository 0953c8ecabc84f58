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
 * Installs and removes the pre-commit hook of one repository. An existing hook, in whatever
 * language, is renamed and called by the hook of autoheal. Removing the hook of autoheal restores
 * the former one.
 */
public final class GitHook {
  private static final String NAME = "pre-commit";

  /** The name of the former hook, which the text of the hook uses too. */
  private static final String FORMER = NAME + ".before-autoheal";

  private final HooksFolder folder;
  private final Path hook;
  private final Path former;

  private GitHook(HooksFolder folder) {
    this.folder = folder;
    this.hook = folder.path().resolve(NAME);
    this.former = folder.path().resolve(FORMER);
  }

  /** What was done with the hook file. */
  public enum Change {
    /** The hook was created. */
    WRITTEN,
    /** A hook of another version, or with another launcher, was replaced. */
    RENEWED,
    /** The hook was removed. */
    REMOVED,
    /** Nothing was done. */
    NONE
  }

  /**
   * The result of an installation or removal.
   *
   * @param change what was done
   * @param hook the path of the hook, relative to the working tree if it is inside
   * @param former the path of the former hook, which was kept or restored; empty when there is none
   * @param attributes the path of the {@code .gitattributes} that was written, so that git checks
   *     out the hook with LF; empty when none was
   * @param isCommitted whether the hooks are files of the working tree
   */
  public record Result(
      Change change,
      String hook,
      Optional<String> former,
      Optional<String> attributes,
      boolean isCommitted) {}

  /**
   * Returns the hook of the repository that a folder is in.
   *
   * @throws UsageException if the folder is in no repository, or the repository takes its hooks
   *     from outside
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
          ("the hooks folder %s is outside the repository;"
                  + " run `git config --local core.hooksPath .githooks`")
              .formatted(folder.path()));
    }
    return new GitHook(folder);
  }

  /**
   * Installs the hook. Installing it again changes nothing.
   *
   * @param launcher the program that the hook calls when autoheal is not on the PATH; a hook in the
   *     working tree does not name it
   * @throws UsageException if the hook was edited, or another hook cannot be kept
   */
  public Result install(Optional<String> launcher) throws IOException, UsageException {
    requireWritable();
    byte[] text = HookScript.of(isCommitted() ? Optional.empty() : launcher);
    Optional<byte[]> before = content(hook);
    Change change;
    if (before.filter(HookScript::isOurs).isEmpty()) {
      requireNotMoved();
      add(text);
      change = Change.WRITTEN;
    } else {
      change = renew(before.get(), text);
    }
    if (!Files.isSymbolicLink(hook)) {
      ExecutableBit.grant(hook);
    }
    HookAttributes attributes = new HookAttributes(folder.path());
    boolean isWritten = isCommitted() && attributes.add();
    return result(change, Optional.of(attributes.path()).filter(path -> isWritten));
  }

  private void requireWritable() throws IOException {
    Files.createDirectories(folder.path());
    if (!Files.isWritable(folder.path())) {
      throw new AccessDeniedException(shown(folder.path()), null, "the folder is read-only");
    }
  }

  private void add(byte[] text) throws IOException, UsageException {
    boolean hasOther = exists(hook);
    if (hasOther) {
      moveAside();
    }
    try {
      file().create(text);
    } catch (IOException e) {
      if (hasOther) {
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
          "%s belongs to %s; %s"
              .formatted(shown(hook), manager.get().program(), manager.get().advice()));
    }
    if (exists(former)) {
      throw new UsageException(
          "cannot keep the hook %s as %s, which already exists; move one of them away"
              .formatted(shown(hook), shown(former)));
    }
    Files.move(hook, former);
  }

  /**
   * Replaces an older hook. A hook that is a link is left alone, because the user set it up that
   * way and it works.
   */
  private Change renew(byte[] before, byte[] text) throws IOException, UsageException {
    requireUntouched(before);
    if (Arrays.equals(before, text) || Files.isSymbolicLink(hook)) {
      return Change.NONE;
    }
    file().replace(before, text);
    return Change.RENEWED;
  }

  /**
   * Removes the hook and restores the one that was there before.
   *
   * @throws UsageException if the hook was edited, or another program has moved it
   */
  public Result uninstall() throws IOException, UsageException {
    Optional<byte[]> before = content(hook);
    boolean isOurs = before.filter(HookScript::isOurs).isPresent();
    if (isOurs) {
      requireUntouched(before.get());
    } else {
      requireNotMoved();
    }
    if (!isOurs && (exists(hook) || !exists(former))) {
      return new Result(
          Change.NONE, shown(hook), Optional.empty(), Optional.empty(), isCommitted());
    }
    Result result = result(Change.REMOVED, Optional.empty());
    if (result.former().isPresent()) {
      Files.move(former, hook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(hook);
    }
    if (isCommitted()) {
      new HookAttributes(folder.path()).remove();
    }
    return result;
  }

  private void requireUntouched(byte[] text) throws UsageException {
    if (!HookScript.isUntouched(text)) {
      throw new UsageException(
          "%s was edited after autoheal wrote it; move your lines to another file and delete it"
              .formatted(shown(hook)));
    }
  }

  /**
   * Throws if another program has renamed the hook of autoheal, as programs that install hooks do.
   */
  private void requireNotMoved() throws IOException, UsageException {
    if (!Files.isDirectory(folder.path())) {
      return;
    }
    try (DirectoryStream<Path> hooks = Files.newDirectoryStream(folder.path(), NAME + ".*")) {
      for (Path moved : hooks) {
        if (content(moved).filter(HookScript::isOurs).isPresent()) {
          throw new UsageException(
              ("another program moved the autoheal hook to %s;"
                      + " uninstall its hook or delete this file")
                  .formatted(shown(moved)));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private AtomicFile file() throws IOException {
    AtomicFile file = new DiskTree(folder.path()).file(NAME);
    file.removeLeftovers();
    return file;
  }

  private Result result(Change change, Optional<Path> attributes) {
    return new Result(
        change,
        shown(hook),
        exists(former) ? Optional.of(shown(former)) : Optional.empty(),
        attributes.map(this::shown),
        isCommitted());
  }

  private boolean isCommitted() {
    return folder.home() == Home.WORK_TREE;
  }

  private static boolean exists(Path file) {
    return Files.exists(file, NOFOLLOW_LINKS);
  }

  /** Reads a file, also through a link; empty when there is no regular file. */
  private static Optional<byte[]> content(Path file) throws IOException {
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private String shown(Path file) {
    Path short_ = file.startsWith(folder.workTree()) ? folder.workTree().relativize(file) : file;
    return short_.toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}
