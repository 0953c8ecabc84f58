package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that change in letter case or are not UTF-8. */
@EnabledOnOs(OS.LINUX)
class ReviewNameTest extends PullRequest {
  @BeforeEach
  void policy() {
    work.file("autoheal.yaml", Workspace.policy("apps/shop*/web.config"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"apps/Shop/web.config", "Apps/shop/web.config", "APPS/SHOP/Web.Config"})
  void reviewsAPaddedFileThatIsRenamedInLetterCase(String path) throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base().file(path, Workspace.WRONG + "<!-- padding -->\n".repeat(100));
    Files.delete(work.path("apps/shop/web.config"));

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains(path + ":5:35: error: ");
  }

  @Test
  void reportsALinkOutOfTheRepositoryAfterARenameInLetterCase() throws IOException {
    work.file("apps/shop/web.config", Workspace.RIGHT);
    base();
    Files.delete(work.path("apps/shop/web.config"));
    work.link("apps/SHOP/web.config", "/etc/hosts");

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("error: unresolved section: ");
  }

  private void shell(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-e", "-c", script).directory(work.path("").toFile()).start();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void reviewsNamesThatAreNotUtf8() throws Exception {
    work.file("right", Workspace.RIGHT).file("wrong", Workspace.WRONG);
    shell(
        "for c in 344 366; do d=apps/$(printf shop\\\\$c); mkdir -p $d; cp right $d/web.config; done");
    base();
    shell("cp wrong apps/$(printf shop\\\\366)/web.config");
    commit();

    for (String side : new String[] {"--head=HEAD", "--staged", "--all"}) {
      Shell.Result result = work.run("review", "--base", "base", side);
      assertThat(result.exit()).as(side).isEqualTo(1);
      assertThat(result.text()).as(side).contains("apps/shop\\xF6/web.config:5:35: error: ");
      assertThat(result.text()).as(side).contains("1 file reviewed: 1 new error");
    }
  }

  @Test
  void checkCountsFoldersWhoseNamesAreNotUtf8() throws Exception {
    work.file("right", Workspace.RIGHT).file("apps/shop/web.config", Workspace.RIGHT);
    shell("d=apps/$(printf 'shop+%%\\366'); mkdir $d; cp right $d/web.config");

    JsonNode json = work.run("check", "--report", "json").json();
    assertThat(json.at("/files/0/path").asText()).isEqualTo("apps/shop+%\\xF6");
    assertThat(json.at("/files/0/reason").asText()).isEqualTo("name is not UTF-8");
    assertThat(json.at("/summary/checked").asInt()).isEqualTo(1);
    assertThat(json.at("/summary/skipped").asInt()).isEqualTo(1);
  }

  @Test
  void checkFindsNoFileIfNoNameIsUtf8() throws Exception {
    shell("d=old/$(printf '\\366'); mkdir -p $d; : > $d/web.config");
    assertThat(work.run("check", "old").exit()).isEqualTo(2);
  }
}
