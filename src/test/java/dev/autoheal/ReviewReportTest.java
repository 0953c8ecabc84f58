package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the exact JSON report of a pull request that changes some samples. {@code
 * -Dcases.update=true} updates it.
 */
class ReviewReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/review/report.json");
  private static final String SAMPLES = "samples/";

  @TempDir Path temp;
  private Workspace work;

  /** A change of the pull request, which replaces a text in a file. */
  private record Edit(String path, String before, String after) {}

  private static final List<Edit> EDITS =
      List.of(
          new Edit("monorepo/apps/backoffice/web.config", "\"5000\"", "\"50000\""),
          new Edit("java/web.config", "<handlers>", "<!-- moved -->\n<handlers>"),
          new Edit("mistakes/invalid-number/web.config", "800MB", "819200"),
          new Edit("node/web.config", "00:01:00", "00:01:60"));

  @BeforeEach
  void base() throws IOException {
    work = Project.copyIn(temp);
    commit();
    work.git("branch", "base");
  }

  private void commit() {
    work.git("add", "-A");
    work.git("commit", "-q", "--allow-empty", "-m", "x");
  }

  private void apply(Edit edit) {
    String text = work.read(SAMPLES + edit.path());
    assertThat(text).contains(edit.before());
    work.file(SAMPLES + edit.path(), text.replace(edit.before(), edit.after()));
  }

  private void rename() throws IOException {
    Path php = temp.resolve(SAMPLES + "php");
    Files.move(php.resolve("web.config"), php.resolve("Web.config"));
  }

  private void pullRequest() throws IOException {
    EDITS.forEach(this::apply);
    rename();
  }

  private String review(String range, String report) {
    String line = "review --today 2026-06-15 --base base %s --report %s".formatted(range, report);
    return work.run(line.strip().split(" +", -1)).text();
  }

  @Test
  void matchesTheExpectedReport() throws IOException {
    pullRequest();
    commit();
    String report = review("--head HEAD", "json");
    if (Project.UPDATE) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, report);
    }

    assertThat(report).isEqualTo(Files.readString(GOLDEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "github", "sarif", "markdown"})
  void isTheSameForDiskIndexAndCommit(String format) throws IOException {
    pullRequest();
    String onDisk = review("", format);
    work.git("add", "-A");
    String staged = review("--staged", format);
    commit();

    assertThat(onDisk).isNotEmpty().isEqualTo(staged).isEqualTo(review("--head HEAD", format));
    assertThat(review("", format)).isEqualTo(onDisk);
  }

  /** Commit ids, dates and the history of a branch make no difference. */
  @Test
  void isTheSameForAnyOrderOfCommits() throws IOException {
    rename();
    List<Edit> backwards = new ArrayList<>(EDITS);
    Collections.reverse(backwards);
    for (Edit edit : backwards) {
      commit();
      apply(edit);
    }
    commit();

    assertThat(review("--head HEAD", "json")).isEqualTo(Files.readString(GOLDEN));
  }
}
