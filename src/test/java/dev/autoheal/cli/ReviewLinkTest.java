package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews of links to files of an app, and of paths that are not files. */
@DisabledOnOs(OS.WINDOWS)
class ReviewLinkTest extends PullRequest {
  private static final String UNRESOLVED = "apps/shop/web.config:1:1: error: unresolved section: ";

  @BeforeEach
  void policy() {
    work.file("autoheal.yaml", Workspace.policy("apps/*/web.config"));
  }

  /** Reviews the commit, the index and the working tree. */
  private List<Shell.Result> reviews() {
    List<Shell.Result> results = new ArrayList<>(List.of(review()));
    results.add(work.run("review", "--base", "base", "--staged"));
    results.add(work.run("review", "--base", "base"));
    return results;
  }

  private void assertEach(String text) {
    for (Shell.Result result : reviews()) {
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.text()).contains(text);
    }
  }

  private void replace(String path, String target) throws IOException {
    Files.delete(work.path(path));
    work.link(path, target);
  }

  @Test
  void reviewsAFileThatBecomesALink() throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base().file("other", Workspace.WRONG);
    replace("apps/shop/web.config", "../../other");

    assertEach("apps/shop/web.config:5:35: error: ");
  }

  @Test
  void reviewsAnEditedTargetOfALink() throws IOException {
    work.file("other", Workspace.RIGHT).link("middle", "./other");
    work.link("apps/shop/web.config", "../../middle");
    base().file("other", Workspace.WRONG);

    assertEach("apps/shop/web.config:5:35: error: ");
  }

  @Test
  void reviewsAChangedLinkInAChain() throws IOException {
    work.file("other", Workspace.RIGHT).file("harmful", Workspace.WRONG).link("middle", "other");
    work.link("apps/shop/web.config", "../../middle");
    base();
    replace("middle", "harmful");

    assertEach("apps/shop/web.config:5:35: error: ");
  }

  @Test
  void reviewsAnEditedFileInALinkedFolder() throws IOException {
    work.file("real/web.config", Workspace.RIGHT).link("apps/shop", "../real");
    base().file("real/web.config", Workspace.WRONG);

    assertEach("apps/shop/web.config:5:35: error: ");
  }

  @Test
  void reviewsAChangedLinkToAFolder() throws IOException {
    work.file("real/web.config", Workspace.RIGHT).file("other/web.config", Workspace.WRONG);
    work.link("apps/shop", "../real");
    base();
    replace("apps/shop", "../other");

    assertEach("apps/shop/web.config:5:35: error: ");
  }

  @Test
  void reviewsAnEditedPolicyBehindALink() throws IOException {
    work.file("strict", Workspace.policy("apps/*/web.config"));
    replace("autoheal.yaml", "strict");
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base().file("strict", work.read("strict").replace("800MB", "900MB"));

    assertEach("[drift]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nowhere", "web.config", "../../../out", "/etc/hosts", "../../.git/config"})
  void reportsABrokenLinkOrALinkOutOfTheRepository(String target) throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base();
    replace("apps/shop/web.config", target);

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .startsWith(UNRESOLVED + "a broken link or a link out of the repository");
  }

  @Test
  void reportsAFolderThatBecomesALinkOutOfTheRepository() throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base();
    Files.delete(work.path("apps/shop/web.config"));
    replace("apps/shop", "/nowhere");

    assertEach(UNRESOLVED + "a broken link or a link out of the repository");
  }

  @Test
  void reportsAnExistingLinkOutOfTheRepositoryAsAWarning() throws IOException {
    work.link("apps/shop/web.config", "/etc/hosts");
    base();
    replace("apps/shop/web.config", "/etc/passwd");

    Shell.Result result = review();
    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .isEqualTo("1 file reviewed: no new findings. Remaining: 1 warning (--all shows it).\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apps/shop", "apps/shop/web.config"})
  void reportsASubmoduleInPlaceOfAFile(String path) throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base();
    Files.delete(work.path("apps/shop/web.config"));
    work.git("add", "-A");
    String commit = work.git("rev-parse", "HEAD").strip();
    work.git("update-index", "--add", "--cacheinfo", "160000," + commit + "," + path);
    work.git("commit", "-q", "-m", "x");

    for (String side : List.of("--staged", "--head=HEAD")) {
      Shell.Result result = work.run("review", "--base", "base", side);
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.text()).startsWith(UNRESOLVED + "not a regular file");
    }
  }

  @Test
  void reportsAFolderInPlaceOfAFile() throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base();
    Files.delete(work.path("apps/shop/web.config"));
    work.file("apps/shop/web.config/more", "");

    assertEach(UNRESOLVED + "not a regular file");
  }

  @Test
  void ignoresCircularLinks() throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT).link("apps/one", ".").link("two", ".");
    base().file("other", "");

    for (Shell.Result result : reviews()) {
      assertThat(result.exit()).isZero();
      assertThat(result.text()).doesNotContain("web.config");
    }
  }
}
