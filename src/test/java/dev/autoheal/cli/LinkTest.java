package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LinkTest {
  private static final String LEADS_OUT = "a broken link or a link out of the repository\n";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void repositoryAndAFileOutside() {
    Workspace.in(temp).file("outside/web.config", Workspace.WRONG);
    work = Workspace.in(temp.resolve("repository"));
    work.file("autoheal.yaml", Workspace.policy("**")).repository();
  }

  private String outside() {
    return Workspace.in(temp).read("outside/web.config");
  }

  @Test
  void checksTheTargetOfALinkInTheRepository() throws IOException {
    work.file("real/some.xml", Workspace.WRONG).link("app/web.config", "../real/some.xml");

    assertThat(work.run("check").text()).startsWith("app/web.config:5:35: error: ");
    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.read("real/some.xml")).isEqualTo(Workspace.RIGHT);
    assertThat(Files.isSymbolicLink(work.path("app/web.config"))).isTrue();
  }

  @Test
  void skipsALinkOutOfTheRepository() throws IOException {
    work.link("a/web.config", "../../outside/web.config")
        .link("b/web.config", temp.resolve("outside/web.config").toString())
        .link("c/web.config", "gone")
        .link("d/web.config", "web.config")
        .link("e/web.config", "/dev/zero");

    for (String verb : new String[] {"check", "diff", "apply"}) {
      Shell.Result result = work.run(verb, "--verbose");
      assertThat(result.exit()).isEqualTo(verb.equals("check") ? 0 : 1);
      for (String folder : new String[] {"a", "b", "c", "d", "e"}) {
        assertThat(result.text()).contains(folder + "/web.config: " + LEADS_OUT);
      }
    }
    assertThat(outside()).isEqualTo(Workspace.WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply", "show", "init"})
  void rejectsANamedLinkOutOfTheRepository(String verb) throws IOException {
    work.link("a/web.config", "../../outside/web.config")
        .link("b/web.config", "gone")
        .link("c/web.config", "web.config")
        .link("d/web.config", "/dev/null")
        .link("e", "../outside");
    if (verb.equals("init")) {
      Files.delete(work.path("autoheal.yaml"));
    }

    for (String path :
        List.of("a/web.config", "b/web.config", "c/web.config", "d/web.config", "e/web.config")) {
      Shell.Result result = work.run(verb, path);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo(
              "autoheal: %s is a broken link or leads out of the repository; name a file inside it\n"
                  .formatted(path));
    }
    assertThat(outside()).isEqualTo(Workspace.WRONG);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void rejectsANamedPathThatIsNotAFile() throws Exception {
    work.folder("f");
    Process mkfifo = new ProcessBuilder("mkfifo", work.path("f/web.config").toString()).start();
    assertThat(mkfifo.waitFor()).isZero();

    for (String path : List.of("f/web.config", "/dev/null")) {
      for (String verb : List.of("check", "diff", "apply", "show")) {
        Shell.Result result = work.run(verb, path);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
            .isEqualTo("autoheal: %s is not a regular file; name a web.config\n".formatted(path));
      }
    }
    assertThat(work.run("check", "--verbose").text()).contains("f/web.config: ", "regular file");
  }

  @Test
  void doesNotSearchLinkedFolders() throws IOException {
    work.file("real/web.config", Workspace.WRONG)
        .link("linked", "real")
        .link("out", "../outside")
        .link("circle/again", ".");

    assertThat(work.run("check").text())
        .contains("real/web.config:5:35", "\n1 file checked: 1 error. ")
        .doesNotContain("skipped");
  }

  @Test
  void readsNothingThroughALinkedFolderOutsideTheRepository() throws IOException {
    work.link("out", "../outside");

    for (String path : new String[] {"out", "out/web.config"}) {
      assertThat(work.run("check", path).exit()).isEqualTo(2);
      assertThat(work.run("apply", path).exit()).isEqualTo(2);
    }
    assertThat(outside()).isEqualTo(Workspace.WRONG);
  }

  @Test
  void readsThroughALinkedFolderInTheRepository() throws IOException {
    work.file("real/web.config", Workspace.WRONG).link("linked", "real");

    assertThat(work.run("check", "linked").text()).startsWith("linked/web.config:5:35: ");
    assertThat(work.run("apply", "linked/web.config").exit()).isZero();
    assertThat(work.read("real/web.config")).isEqualTo(Workspace.RIGHT);
  }

  @Test
  void rewritesAFileWithSeveralNamesOnce() throws IOException {
    work.file("z/web.config", Workspace.WRONG)
        .link("a/web.config", "../z/web.config")
        .link("b/web.config", "../z/web.config");

    for (int i = 0; i < 20; i++) {
      work.file("z/web.config", Workspace.WRONG);
      Shell.Result result = work.run("apply", "--verbose");
      assertThat(result.exit()).isZero();
      assertThat(result.text())
          .contains("a/web.config: skipped: same file as z/web.config\n")
          .contains("b/web.config: skipped: same file as z/web.config\n");
    }
    assertThat(work.read("z/web.config")).isEqualTo(Workspace.RIGHT);
    assertThat(work.run("check", "a", "b").exit()).isZero();
  }

  @Test
  void rejectsAPolicyThatLinksOutOfTheRepository() throws IOException {
    Workspace.in(temp).file("outside/autoheal.yaml", Workspace.POLICY);
    work.file("app/web.config", Workspace.WRONG)
        .link("app/autoheal.yaml", "../../outside/autoheal.yaml");

    Shell.Result result = work.run("apply");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "app/autoheal.yaml:1:1: error:"
                + " expected a regular file in the repository for the policy\n");
    assertThat(work.read("app/web.config")).isEqualTo(Workspace.WRONG);
  }

  @Test
  void worksInALinkedRepositoryFolder() throws IOException {
    work.file("web.config", Workspace.WRONG);
    Workspace.in(temp).link("name", "repository");

    assertThat(Shell.in(temp).run("check", "name").text()).startsWith("web.config:5:35: ");
    assertThat(Shell.in(temp.resolve("name")).run("apply").exit()).isZero();
    assertThat(work.read("web.config")).isEqualTo(Workspace.RIGHT);
  }

  /** A pull request could add a link where the pipeline writes its reports. */
  @ParameterizedTest
  @ValueSource(strings = {"file", "dangling", "folder/new", "folder/../file"})
  void writesNothingThroughALinkOfTheRepository(String name) throws IOException {
    Path target = temp.resolve("target");
    Files.createDirectories(target);
    work.link("file", "../target/file").link("dangling", "../target/x").link("folder", "../target");
    Files.writeString(target.resolve("file"), "before");

    for (String command : List.of("check --report sarif=", "review --base=x --report text=")) {
      assertThat(work.run((command + name).split(" ", -1)).exit()).isEqualTo(2);
    }
    Shell.Result result = work.run("schema", "policy", "-o", name);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("is a link in the repository; use a path without links");
    assertThat(target.resolve("file")).hasContent("before");
    assertThat(target.toFile().list()).containsExactly("file");
    assertThat(work.run("check", "--report", "sarif=" + target.resolve("y")).exit()).isLessThan(3);
    assertThat(target.resolve("y")).isNotEmptyFile();
  }
}
