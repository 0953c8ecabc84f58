package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands of a {@code console} block on a copy of the samples, on a terminal of 90
 * columns. A command that ends with a backslash continues on the next line. The samples are a
 * commit if the block has a review.
 */
final class ConsoleSession {
  static final int COLUMNS = 90;

  private static final String PROMPT = "$ ./autoheal ";
  private static final Pattern EDIT = Pattern.compile("\\$ sed -i s/([^/]+)/([^/]+)/ (\\S+)");
  private static final Pattern LOOK = Pattern.compile("\\$ cat (\\S+)");

  private final Workspace work;
  private final List<String> shown = new ArrayList<>();

  private ConsoleSession(Workspace work) {
    this.work = work;
  }

  /** Returns the correct block, with the actual output of each command. */
  static List<String> run(List<String> block, Path folder) throws IOException {
    Workspace work = Project.copyIn(Files.createDirectories(folder));
    if (block.stream().anyMatch(line -> line.startsWith(PROMPT + "review "))) {
      work.git("add", "-A");
      work.git("commit", "-q", "-m", "samples");
    }
    ConsoleSession session = new ConsoleSession(work);
    Iterator<String> lines = block.iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("$ ")) {
        session.shown.add(line);
        while (line.endsWith(" \\")) {
          String more = lines.next();
          session.shown.add(more);
          line = line.substring(0, line.length() - 1) + more.strip();
        }
        session.command(line);
      }
    }
    return List.copyOf(session.shown);
  }

  private void command(String line) {
    Matcher edit = EDIT.matcher(line);
    Matcher look = LOOK.matcher(line);
    if (edit.matches()) {
      assertThat(work.read(edit.group(3))).containsOnlyOnce(edit.group(1));
      work.file(edit.group(3), work.read(edit.group(3)).replace(edit.group(1), edit.group(2)));
    } else if (look.matches()) {
      work.read(look.group(1)).lines().forEach(shown::add);
    } else {
      assertThat(line).startsWith(PROMPT).doesNotContainPattern("['\"|<>&;*`]");
      String[] arguments = line.substring(PROMPT.length()).split(" ", -1);
      Shell.Result result = work.terminal(COLUMNS).run(arguments);
      assertThat(result.err()).isEmpty();
      result.text().lines().forEach(shown::add);
    }
  }
}
