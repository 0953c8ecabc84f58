package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews of files that differ on disk because of attributes or a sparse checkout. */
class ReviewCheckoutTest extends PullRequest {
  private static final String DECLARED =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + Workspace.RIGHT;
  private static final List<String> SIDES = List.of("--head=HEAD", "--staged", "--all");

  private void commitOnly(String path) {
    work.git("add", path);
    work.git("commit", "-q", "-m", "x");
  }

  /** Checks out all files again, like a build server. */
  private void checkOut() {
    work.git("rm", "-q", "-r", "--cached", ".");
    work.git("reset", "-q", "--hard");
  }

  private void assertEach(int exit, String text) {
    for (String side : SIDES) {
      Shell.Result result = work.run("review", "--base", "base", side);
      assertThat(result.exit()).as(side).isEqualTo(exit);
      assertThat(result.text()).as(side).contains(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    ".gitattributes, *.config working-tree-encoding=UTF-16LE",
    ".gitattributes, apps/** working-tree-encoding=UTF-16BE",
    "apps/.gitattributes, shop/web.config working-tree-encoding=UTF-16LE",
    "apps/shop/.gitattributes, web.* working-tree-encoding=IBM037",
    ".gitattributes, '[attr]wide working-tree-encoding=UTF-16BE\n*.config wide'"
  })
  void reportsAttributesThatMakeAFileUnreadable(String path, String attributes) {
    work.file("autoheal.yaml", Workspace.policy("apps/*/web.config"))
        .file("apps/shop/web.config", DECLARED);
    base().file(path, attributes + "\n");
    commitOnly(path);

    assertEach(1, "apps/shop/web.config:1:");
    checkOut();
    assertEach(1, "apps/shop/web.config:1:");
  }

  @Test
  void reportsAnEncodingThatGitDoesNotKnow() {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", DECLARED);
    base().file(".gitattributes", "*.config working-tree-encoding=UTF-7\n");
    work.git("add", ".gitattributes");
    work.git("commit", "-q", "-m", "x");

    assertEach(1, "git writes it in an unknown encoding, 'UTF-7' [unresolved-section]");
  }

  @Test
  void reportsRemovedAttributesThatMakeAFileUnreadable() {
    String text = DECLARED.replace("utf-8", "utf-16");
    work.file("autoheal.yaml", Workspace.POLICY)
        .file(".gitattributes", "*.config working-tree-encoding=UTF-16LE-BOM\n")
        .file("web.config", ("\uFEFF" + text).getBytes(UTF_16LE));
    base().file(".gitattributes", "");
    commitOnly(".gitattributes");

    assertEach(1, "web.config:1:");
    checkOut();
    assertEach(1, "web.config:1:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*.config text eol=crlf",
        "*.config working-tree-encoding=UTF-8",
        "*.ps1 working-tree-encoding=UTF-16LE",
        "*.config -working-tree-encoding"
      })
  void ignoresHarmlessAttributes(String attributes) {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", DECLARED);
    base().file(".gitattributes", attributes + "\n");
    commitOnly(".gitattributes");

    assertEach(0, "0 files reviewed");
    checkOut();
    assertEach(0, "0 files reviewed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--cone", "--no-cone", "--sparse-index"})
  void reviewsFilesThatASparseCheckoutOmits(String option) {
    work.file("autoheal.yaml", Workspace.policy("apps/*/web.config"))
        .file("apps/shop/web.config", Workspace.RIGHT)
        .file("other/x", "");
    base().file("apps/shop/web.config", Workspace.WRONG);
    commit();
    work.git("sparse-checkout", "set", option, "other");

    assertThat(work.path("apps")).doesNotExist();
    assertEach(1, "apps/shop/web.config:5:35: error: ");
  }

  @Test
  void reviewsUnchangedFilesThatASparseCheckoutOmits() {
    work.file("autoheal.yaml", Workspace.policy("apps/*/web.config"))
        .file("apps/shop/web.config", Workspace.RIGHT)
        .file("other/x", "");
    base().file("autoheal.yaml", work.read("autoheal.yaml").replace("800MB", "900MB"));
    commit();
    work.git("sparse-checkout", "set", "other");

    assertEach(1, "apps/shop/web.config:5:35: error: ");
  }

  @Test
  void reportsASubmoduleInPlaceOfAFolder() throws IOException {
    work.file("autoheal.yaml", Workspace.policy("apps/*/web.config"))
        .file("apps/shop/web.config", Workspace.RIGHT);
    base();
    Files.delete(work.path("apps/shop/web.config"));
    work.git("add", "-A");
    String commit = work.git("rev-parse", "HEAD").strip();
    work.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",apps/shop");
    work.git("commit", "-q", "-m", "x");

    assertEach(1, "error: unresolved section: ");
    work.file("apps/shop/web.config", Workspace.RIGHT);
    assertEach(1, "error: unresolved section: ");
  }
}
