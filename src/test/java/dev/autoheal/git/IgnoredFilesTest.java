package dev.autoheal.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoredFilesTest {
  @TempDir Path temp;

  private IgnoredFiles repository(String ignored) {
    Workspace.in(temp).repository().file(".gitignore", ignored);
    return new IgnoredFiles(temp);
  }

  @Test
  void listsIgnoredFiles() throws IOException {
    assertThat(repository("out\n*.tmp\n").ignored(List.of("out/a", "b", "c/d.tmp", "outer")))
        .containsExactlyInAnyOrder("out/a", "c/d.tmp");
    assertThat(repository("").ignored(List.of("out/a"))).isEmpty();
  }

  @Test
  void skipsTrackedFiles() throws IOException {
    IgnoredFiles repository = repository("*.tmp\n");
    Workspace.in(temp).file("a.tmp", "").git("add", "--force", "a.tmp");

    assertThat(repository.ignored(List.of("a.tmp", "b.tmp"))).containsExactly("b.tmp");
  }

  @Test
  void treatsEveryNameAsAPath() throws IOException {
    List<String> names =
        List.of("-z", "--stdin", ":(top)a", ":!a", "!a", "#a", " a", "a\nb", "a\"b", "é", "*", "a");

    assertThat(repository("*\n").ignored(names)).isEqualTo(Set.copyOf(names));
    assertThat(repository("").ignored(names)).isEmpty();
  }

  @Test
  void acceptsMorePathsThanAPipeHolds() throws IOException {
    List<String> paths =
        IntStream.range(0, 5000)
            .mapToObj(i -> "some/rather/long/folder/%d/web".formatted(i))
            .toList();

    assertThat(repository("1*\n").ignored(paths)).hasSize(1111);
  }

  @Test
  void reportsAFailureInOneLine() throws IOException {
    IgnoredFiles none = new IgnoredFiles(Files.createDirectories(temp.resolve("none")));
    List<String> many = IntStream.range(0, 9000).mapToObj(i -> "path/number/" + i).toList();

    for (List<String> paths : List.of(List.of("a"), many)) {
      assertThatThrownBy(() -> none.ignored(paths))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("fatal: not a git repository")
          .hasMessageNotContaining("\n");
    }
  }
}
