package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same input gives the same bytes, for any order of arguments and threads. */
class SameBytesTest {
  private static final int FILES = 60;

  @TempDir Path temp;
  private Workspace work;
  private final List<String> paths = new ArrayList<>();

  @BeforeEach
  void manyFiles() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**/web.config"));
    String[] kinds = {
      Workspace.RIGHT,
      Workspace.WRONG,
      Workspace.BROKEN,
      Workspace.BARE,
      Workspace.WRONG.replace("Recycle", "Restart").replace("memory", "Memory"),
      Workspace.RIGHT.replace("819200", "#{x}#")
    };
    for (int i = 0; i < FILES; i++) {
      String path = "app%d/web.config".formatted(i * 7 % FILES);
      work.file(path, kinds[i % kinds.length]);
      paths.add(path);
    }
  }

  private byte[] out(String verb, String report, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of(verb, "--verbose", "--report", report));
    all.addAll(arguments);
    return work.run(all.toArray(String[]::new)).out();
  }

  @ParameterizedTest
  @EnumSource
  void areWrittenForAnyOrderOfArguments(ReportFormat format) {
    String report = format.word();
    List<String> order = new ArrayList<>(paths);
    Random random = new Random(7);
    for (String verb : List.of("check", "diff")) {
      byte[] expected = out(verb, report, List.of());
      for (int i = 0; i < 3; i++) {
        Collections.shuffle(order, random);
        assertThat(out(verb, report, order)).isEqualTo(expected);
        assertThat(out(verb, report, List.of())).isEqualTo(expected);
      }
    }
  }

  @Test
  void areWrittenFromAnyFolderOfTheRepository() {
    work.repository();
    byte[] expected = out("check", "json", List.of());

    assertThat(Shell.in(temp.resolve("app1")).run("check", "..", "--report", "json").out())
        .isEqualTo(expected);
    assertThat(work.run("check", temp.toString(), "--report", "json").out()).isEqualTo(expected);
    assertThat(new String(expected, UTF_8)).doesNotContain(temp.toString());
  }

  @Test
  void areInTheFilesAfterApply() {
    String patch = new String(out("diff", "patch", List.of()), UTF_8);
    work.run("apply");

    assertThat(patch).contains("+++ b/app1/web.config\n");
    assertThat(paths).allSatisfy(path -> assertThat(work.read(path)).isNotEmpty());
    assertThat(out("diff", "patch", List.of())).isEmpty();
    assertThat(paths.stream().filter(path -> work.read(path).equals(Workspace.WRONG))).isEmpty();
  }

  @Test
  void areSortedByPath() {
    String text = work.run("check").text();
    List<String> listed =
        text.lines()
            .filter(line -> line.contains("/web.config:"))
            .map(line -> line.substring(0, line.indexOf(':')))
            .distinct()
            .toList();

    assertThat(listed).isSorted().hasSizeGreaterThan(FILES / 2);
  }
}
