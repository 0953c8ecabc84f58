package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few git objects can represent any number of files. */
class ReviewLimitTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void commit() {
    work = Workspace.in(temp).repository().file("autoheal.yaml", Workspace.policy("**"));
    work.git("add", ".");
    work.git("commit", "-q", "-m", "base");
  }

  /** Returns a commit whose two trees contain the square of this number of files. */
  private String bomb(String name, int number) throws Exception {
    work.file("content", Workspace.WRONG);
    String blob = work.git("hash-object", "-w", "content").strip();
    String files = tree(number, "100644 blob " + blob + "\t" + name);
    String root = tree(number, "040000 tree " + files + "\tfolder%d");
    return work.git("commit-tree", "-p", "HEAD", "-m", "bomb", root).strip();
  }

  private String tree(int number, String line) throws Exception {
    Process process =
        new ProcessBuilder("git", "mktree").directory(work.path(".").toFile()).start();
    try (OutputStream in = process.getOutputStream()) {
      String lines =
          IntStream.range(0, number)
              .mapToObj(line::formatted)
              .collect(Collectors.joining("\n", "", "\n"));
      in.write(lines.getBytes(UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  @Test
  void tooManyFilesAreOneFinding() throws Exception {
    String head = bomb("web.%d.config", 150);

    Shell.Result result = work.run("review", "--base", "HEAD", "--head", head, "--report", "json");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.json().get("findings")).hasSize(1);
    JsonNode finding = result.json().get("findings").get(0);
    assertThat(finding.get("rule").asText()).isEqualTo("unresolved-section");
    assertThat(finding.get("state").asText()).isEqualTo("new");
    assertThat(finding.get("message").asText())
        .isEqualTo("unresolved section: more than 20000 files to review; split the change");
    assertThat(work.run("review", "--base", "HEAD", "--head", head).text())
        .contains("more than 20000 files to review");
  }

  @Test
  void tooManyPathsAreOneFinding() throws Exception {
    work.file("content", "");
    String tree =
        tree(10, "100644 blob " + work.git("hash-object", "-w", "content").strip() + "\t%d");
    for (int level = 0; level < 7; level++) {
      tree = tree(10, "040000 tree " + tree + "\t" + "x".repeat(200) + "%d");
    }
    String head = work.git("commit-tree", "-p", "HEAD", "-m", "bomb", tree).strip();

    Shell.Result result = work.run("review", "--base", "HEAD", "--head", head);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("git lists more than 128 MB of paths; split the change");
  }

  @Test
  void otherFilesDoNotCount() throws Exception {
    String head = bomb("file%d", 150);

    assertThat(work.run("review", "--base", "HEAD", "--head", head).exit()).isZero();
  }

  @Test
  void policyCannotTurnTheFindingOff() throws Exception {
    work.file("autoheal.yaml", Workspace.policy("**") + "rules: { unresolved-section: off }\n");
    work.git("commit", "-q", "-a", "-m", "off");

    String head = bomb("web.%d.config", 150);
    assertThat(work.run("review", "--base", "HEAD", "--head", head).exit()).isEqualTo(1);
  }
}
