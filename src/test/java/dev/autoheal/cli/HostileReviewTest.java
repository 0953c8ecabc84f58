package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pull requests with hostile text in base and head. {@link Shell} checks each report. */
class HostileReviewTest {

  /** The number of texts that fit into a short report. */
  private static final int AT_ONCE = 4;

  @TempDir Path temp;

  private Workspace work() {
    return Workspace.in(temp).repository();
  }

  private static void commit(Workspace work) {
    work.git("add", "-A");
    work.git("commit", "-q", "-m", "x");
  }

  private static void assertReviewed(Workspace work, String range) {
    for (String format : Hostile.formats()) {
      String line = "review %s --verbose --all --report %s".formatted(range, format);
      assertThat(work.run(line.split(" ", -1)).exit()).isBetween(0, 1);
    }
  }

  @Test
  void showsValuesHarmlessly() {
    Workspace work = work();
    List<String> texts = Hostile.texts();
    for (int i = 0; i < texts.size(); i++) {
      work.file(i + "/web.config", HostileOutputsTest.config(texts.get(i)));
    }
    for (int i = 0; i < texts.size(); i++) {
      if (i % AT_ONCE == 0) {
        commit(work);
      }
      String after = texts.get((i + 1) % texts.size());
      work.file(i + "/web.config", HostileOutputsTest.config(after) + "<!-- new -->");
      if (i % AT_ONCE == AT_ONCE - 1) {
        assertReviewed(work, "--base HEAD");
      }
    }
    assertReviewed(work, "--base HEAD");
  }

  /** Each policy has a separate review, because a rejected policy hides all other findings. */
  @Test
  void showsPoliciesHarmlessly() {
    Workspace work = work().file("web.config", Workspace.WRONG);
    commit(work.file("autoheal.yaml", Workspace.POLICY));
    work.file("web.config", Workspace.RIGHT);
    for (String text : Hostile.texts()) {
      work.file("autoheal.yaml", HostileOutputsTest.policy(text));
      work.run("review", "--base", "HEAD", "--verbose", "--report", "github");
    }
    work.git("add", "-A");
    work.git("commit", "-q", "-m", "x");
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);
    work.run("review", "--base", "HEAD", "--verbose", "--report", "markdown");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void showsNamesHarmlessly() {
    Workspace work = work().file("README", "");
    commit(work);
    for (String name : Hostile.names()) {
      work.file(name + "/autoheal.yaml", Workspace.POLICY);
      work.file(name + "/web.config", Workspace.WRONG.replace("Recycle", "Recycled"));
    }
    assertReviewed(work, "--base HEAD");
    work.git("add", "-A");
    assertReviewed(work, "--base HEAD --staged");
    commit(work);
    assertReviewed(work, "--base HEAD~1 --head HEAD");
  }

  /** The author of a commit can set the encoding that git uses for files on disk. */
  @ParameterizedTest
  @ValueSource(strings = {"x-JISAutoDetect", "ISO-2022-CN", "no such", "%s", "UTF-7"})
  void survivesAnUnsupportedEncoding(String encoding) {
    Workspace work = work().file("README", "");
    commit(work);
    work.file("web.config", "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n" + Workspace.WRONG);
    work.git("add", "-A");
    work.file(".gitattributes", "*.config working-tree-encoding=%s\n".formatted(encoding));

    assertReviewed(work, "--base HEAD --staged");
  }
}
