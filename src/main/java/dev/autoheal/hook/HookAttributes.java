package dev.autoheal.hook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.autoheal.files.AtomicFile;
import dev.autoheal.files.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The line of a {@code .gitattributes} that makes git check out a committed hook with LF, whatever
 * {@code core.autocrlf} says. A hook with CRLF does not run.
 */
final class HookAttributes {
  private static final String NAME = ".gitattributes";
  private static final String LINE = "pre-commit* text eol=lf";

  private final Path hooks;

  /** Creates the attributes of the hooks in a folder, which exists. */
  HookAttributes(Path hooks) {
    this.hooks = hooks;
  }

  /** Returns the path of the file. */
  Path path() {
    return hooks.resolve(NAME);
  }

  /** Adds the line, and returns whether it was missing. */
  boolean add() throws IOException {
    String before = read();
    if (before.lines().anyMatch(LINE::equals)) {
      return false;
    }
    String end = before.contains("\r\n") ? "\r\n" : "\n";
    String start = before.isEmpty() || before.endsWith("\n") ? before : before + end;
    write(before, start + LINE + end);
    return true;
  }

  /** Removes the line, and a file that has no other. */
  void remove() throws IOException {
    String before = read();
    String after = before.replaceAll("(?m)^" + LINE.replace("*", "\\*") + "(?:\r?\n|\\z)", "");
    if (after.isEmpty() && !before.isEmpty()) {
      Files.delete(path());
    } else if (!after.equals(before)) {
      write(before, after);
    }
  }

  private String read() throws IOException {
    return Files.exists(path()) ? Files.readString(path(), ISO_8859_1) : "";
  }

  private void write(String before, String after) throws IOException {
    AtomicFile file = new DiskTree(hooks).file(NAME);
    if (Files.exists(path())) {
      file.replace(before.getBytes(ISO_8859_1), after.getBytes(ISO_8859_1));
    } else {
      file.create(after.getBytes(ISO_8859_1));
    }
  }
}
