package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDiscoveryTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void folder() {
    work = Workspace.in(temp.resolve("work")).folder(".");
  }

  /** Returns a policy that requires a memory limit of this size. */
  private static String policy(String pattern, int gigabytes) {
    return Workspace.policy(pattern).replace("800MB", gigabytes + "GB");
  }

  /** Returns what the policy that was found requires, and its place there. */
  private String requirement(String... arguments) {
    Shell.Result result = work.run(arguments);
    assertThat(result.err()).isEmpty();
    return result
        .text()
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll(".* requires|; run `autoheal apply`|\\[drift]", "")
        .strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"autoheal.yaml", "autoheal.yml", ".autoheal.yaml"})
  void isFoundByEachOfItsNames(String name) {
    work.file(name, Workspace.POLICY).file("web.config", Workspace.WRONG);

    assertThat(requirement("check")).isEqualTo("800 MB (819200 KB) (%s:7)".formatted(name));
  }

  @Test
  void prefersTheFirstNameInOneFolder() {
    work.file("autoheal.yaml", policy("web.config", 1))
        .file("autoheal.yml", policy("web.config", 2))
        .file(".autoheal.yaml", policy("web.config", 3))
        .file("web.config", Workspace.WRONG);

    assertThat(requirement("check")).isEqualTo("1 GB (1048576 KB) (autoheal.yaml:7)");
  }

  @Test
  void isNotFoundByAnotherName() {
    work.file("Autoheal.YAML.txt", Workspace.POLICY)
        .file("autoheal.json", Workspace.POLICY)
        .folder("autoheal.yaml")
        .file("web.config", Workspace.WRONG);

    assertThat(work.run("diff").exit()).isEqualTo(2);
  }

  @Test
  void isTheNearestAboveEachFile() {
    work.repository()
        .file("autoheal.yaml", policy("**", 1))
        .file("a/autoheal.yml", policy("**", 2))
        .file("a/b/c/.autoheal.yaml", policy("**", 3))
        .file("web.config", Workspace.WRONG)
        .file("a/b/web.config", Workspace.WRONG)
        .file("a/b/c/d/web.config", Workspace.WRONG);

    assertThat(requirement("check", "web.config")).isEqualTo("1 GB (1048576 KB) (autoheal.yaml:7)");
    assertThat(requirement("check", "a/b/web.config"))
        .isEqualTo("2 GB (2097152 KB) (a/autoheal.yml:7)");
    assertThat(requirement("check", "a/b/c"))
        .isEqualTo("3 GB (3145728 KB) (a/b/c/.autoheal.yaml:7)");
    assertThat(work.run("check").text())
        .contains("(autoheal.yaml:7)", "(a/autoheal.yml:7)", "(a/b/c/.autoheal.yaml:7)");
  }

  @Test
  void isFoundFromASubfolder() {
    work.repository().file("autoheal.yaml", policy("**", 1)).file("a/web.config", Workspace.WRONG);

    Shell.Result result = Shell.in(work.path("a")).run("check");
    assertThat(result.text()).startsWith("a/web.config:5:35: ").contains("(autoheal.yaml:7)");
  }

  @Test
  void isNotSearchedOutsideTheRepository() {
    Workspace.in(temp).file("autoheal.yaml", policy("**", 1));
    work.repository().file("a/web.config", Workspace.WRONG);

    assertThat(requirement("check")).isEqualTo("1 file checked, no findings.");
    assertThat(Shell.in(temp).run("check", "work/a/web.config").exit()).isZero();
    assertThat(Shell.in(temp).run("diff", "work").exit()).isEqualTo(2);
  }

  @Test
  void searchEndsAtAnyEntryNamedDotGit() {
    work.file("autoheal.yaml", policy("**", 1))
        .file("sub/.git", "gitdir: elsewhere\n")
        .file("sub/web.config", Workspace.WRONG);

    assertThat(work.run("check", "sub/web.config").text())
        .startsWith("1 file checked, no findings");
  }

  @Test
  void isSearchedUpToTheCurrentFolderWithoutARepository() {
    Workspace.in(temp).file("autoheal.yaml", policy("**", 1));
    work.file("a/web.config", Workspace.WRONG);

    assertThat(requirement("check")).isEqualTo("1 file checked, no findings.");
    work.file("autoheal.yaml", policy("**", 2));
    assertThat(requirement("check")).isEqualTo("2 GB (2097152 KB) (autoheal.yaml:7)");
  }

  @Test
  void isSearchedOnlyNextToAFileOutsideTheCurrentFolder() {
    Workspace.in(temp)
        .file("autoheal.yaml", policy("**", 1))
        .file("other/web.config", Workspace.WRONG)
        .file("other/sub/web.config", Workspace.WRONG);

    assertThat(work.run("check", "../other/web.config").exit()).isZero();
    Workspace.in(temp).file("other/autoheal.yaml", policy("**", 2));
    assertThat(requirement("check", "../other/web.config"))
        .isEqualTo("2 GB (2097152 KB) (autoheal.yaml:7)");
    assertThat(work.run("check", "../other/sub/web.config").exit()).isZero();
    assertThat(work.run("check", "../other").text())
        .contains("\nweb.config:5:35", "sub/web.config:5:35");
  }

  @Test
  void canBeNamedByTheOption() {
    work.repository()
        .file("autoheal.yaml", policy("**", 1))
        .file("strict.yaml", policy("**", 2))
        .file("policies/lax.yml", policy("../**", 3))
        .file("policies/own.yml", policy("**", 4))
        .file("a/web.config", Workspace.WRONG);

    assertThat(requirement("check", "--policy", "strict.yaml"))
        .isEqualTo("2 GB (2097152 KB) (strict.yaml:7)");
    assertThat(requirement("check", "--policy=" + work.path("strict.yaml"), "a"))
        .isEqualTo("2 GB (2097152 KB) (strict.yaml:7)");
    assertThat(work.run("check", "--policy", "policies/own.yml").exit()).isZero();
  }

  @Test
  void matchesFromTheRootIfItComesFromAnotherRepository() {
    Workspace.in(temp.resolve("platform"))
        .file("policies/shared.yaml", policy("apps/*/web.config", 5))
        .repository();
    work.repository().file("apps/a/web.config", Workspace.WRONG);

    assertThat(requirement("check", "--policy", "../platform/policies/shared.yaml"))
        .isEqualTo("5 GB (5242880 KB) (shared.yaml:7)");
  }

  @Test
  void isIgnoredIfAnotherIsNamed() {
    work.file("autoheal.yaml", "nonsense: [\n")
        .file("good.yaml", Workspace.POLICY)
        .file("web.config", Workspace.RIGHT);

    assertThat(work.run("check").exit()).isEqualTo(2);
    assertThat(work.run("check", "--policy", "good.yaml").exit()).isZero();
  }

  @Test
  void mustExistIfNamed() {
    work.file("web.config", Workspace.RIGHT).folder("folder");

    for (String name : new String[] {"gone.yaml", "folder"}) {
      Shell.Result result = work.run("check", "--policy", name);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo("autoheal: missing policy file %s; correct the path\n".formatted(name));
    }
  }
}
