package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.policy.read.PolicySchema;
import dev.autoheal.rules.Rules;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what happens. A block with a line {@code $ ./autoheal} is run on a copy
 * of the samples, which is a commit where it is reviewed; a last line {@code …} leaves the rest
 * out. {@code -Dcases.update=true} writes the outputs anew.
 */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String PROMPT = "$ ./autoheal ";
  private static final String CUT = "…";

  /** What a reader does between two commands. */
  private static final Pattern EDIT = Pattern.compile("\\$ sed -i s/([^/]+)/([^/]+)/ (\\S+)");

  private static final Pattern LOOK = Pattern.compile("\\$ cat (\\S+)");

  @TempDir Path temp;

  /**
   * A fenced block.
   *
   * @param first the index of its first line
   * @param last the index after its last line, where the closing fence stands
   */
  private record Block(int first, int last, List<String> lines) {}

  private static List<String> readme() throws IOException {
    return Files.readAllLines(README);
  }

  private static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        if (open >= 0) {
          blocks.add(new Block(open + 1, i, lines.subList(open + 1, i)));
        }
        open = open < 0 ? i : -1;
      }
    }
    assertThat(open).as("an open block").isNegative();
    return blocks;
  }

  private static boolean isSession(Block block) {
    return block.lines.stream().anyMatch(line -> line.startsWith(PROMPT));
  }

  @Test
  void showsWhatIsPrinted() throws IOException {
    List<String> before = readme();
    List<String> after = new ArrayList<>(before);
    List<Block> sessions = blocks(before).stream().filter(ReadmeTest::isSession).toList();
    for (int i = sessions.size() - 1; i >= 0; i--) {
      Block block = sessions.get(i);
      List<String> lines = after.subList(block.first, block.last);
      List<String> shown = session(block.lines, temp.resolve(Integer.toString(i)));
      lines.clear();
      lines.addAll(shown);
    }
    if (Project.UPDATE && !after.equals(before)) {
      Files.write(README, after);
    }

    assertThat(sessions).isNotEmpty();
    assertThat(String.join("\n", readme())).isEqualTo(String.join("\n", after));
  }

  /** The block as it should be: each command with what it prints, cut where the block is. */
  private static List<String> session(List<String> block, Path folder) throws IOException {
    Workspace work = Project.copyIn(Files.createDirectories(folder));
    if (block.stream().anyMatch(line -> line.startsWith(PROMPT + "review "))) {
      work.repository().git("add", "-A");
      work.git("commit", "-q", "-m", "samples");
    }
    List<String> shown = new ArrayList<>();
    for (String line : block) {
      if (line.startsWith(PROMPT)) {
        assertThat(line).doesNotContainPattern("['\"|<>&;*`]");
        Shell.Result result = work.run(line.substring(PROMPT.length()).split(" ", -1));
        shown.add(line);
        shown.addAll((result.text() + result.err()).lines().toList());
      }
      Matcher edit = EDIT.matcher(line);
      if (edit.matches()) {
        String before = work.read(edit.group(3));
        assertThat(before).containsOnlyOnce(edit.group(1));
        work.file(edit.group(3), before.replace(edit.group(1), edit.group(2)));
        shown.add(line);
      }
      Matcher look = LOOK.matcher(line);
      if (look.matches()) {
        shown.add(line);
        shown.addAll(work.read(look.group(1)).lines().toList());
      }
    }
    boolean cut = block.get(block.size() - 1).equals(CUT);
    if (!cut) {
      return shown;
    }
    List<String> start = new ArrayList<>(shown.subList(0, block.size() - 1));
    start.add(CUT);
    return start;
  }

  @Test
  void showsPoliciesThatAreAccepted() throws IOException {
    List<Block> policies =
        blocks(readme()).stream()
            .filter(block -> String.join("\n", block.lines).contains("autoheal-policy.schema.json"))
            .filter(block -> block.lines.get(0).startsWith("#"))
            .toList();

    assertThat(policies).isNotEmpty();
    for (Block policy : policies) {
      String yaml = String.join("\n", policy.lines) + "\n";
      assertThat(
              PolicyReader.read(SourceFile.of("autoheal.yaml", yaml.getBytes(UTF_8)), Rules.ids()))
          .isInstanceOf(PolicyReader.Valid.class);
      assertThat(PolicySchema.problems(yaml)).isEmpty();
    }
  }

  private static Set<String> all(String pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String code : code()) {
      Pattern.compile(pattern).matcher(code).results().map(ReadmeTest::first).forEach(found::add);
    }
    return found;
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  /** What stands in blocks and between backticks. */
  private static List<String> code() throws IOException {
    List<String> code = new ArrayList<>();
    List<String> lines = new ArrayList<>(readme());
    for (Block block : blocks(lines)) {
      code.addAll(block.lines);
    }
    Pattern.compile("`([^`\n]+)`")
        .matcher(String.join("\n", lines))
        .results()
        .map(ReadmeTest::first)
        .forEach(code::add);
    return code;
  }

  @Test
  void namesCommandsThatExist() throws IOException {
    assertThat(all("(?:^|[ /(])autoheal ([a-z][a-z-]*)"))
        .contains("check", "diff", "apply", "schema")
        .allSatisfy(
            verb -> assertThat(Shell.in(temp).run(verb, "--help").exit()).as(verb).isZero());
  }

  @Test
  void namesOptionsThatExist() throws IOException {
    StringBuilder help = new StringBuilder();
    for (String verb : all("(?:^|[ /(])autoheal ([a-z][a-z-]*)")) {
      help.append(Shell.in(temp).run(verb, "--help").text());
    }

    assertThat(all("(?:^|[ \\[])(--[a-z][a-z-]+)"))
        .contains("--fail-on", "--report")
        .allSatisfy(option -> assertThat(help).containsPattern(option + "[=,\\s]"));
  }

  @Test
  void saysTheExitCodesAsTheHelpDoes() throws IOException {
    String text = String.join("\n", readme());

    for (String line : Shell.in(temp).run("--help").text().lines().toList()) {
      if (line.matches("  [0-3]   .*")) {
        assertThat(text).contains("`" + line.charAt(2) + "` ");
      }
    }
  }

  @Test
  void linksToFilesThatExist() throws IOException {
    List<String> links =
        Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)")
            .matcher(String.join("\n", readme()))
            .results()
            .map(ReadmeTest::first)
            .toList();

    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(Path.of(link)).exists());
  }
}
