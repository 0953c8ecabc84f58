package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses real repositories and commits. The hook calls a stub that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class HookTest {
  private static final String HOOK = ".git/hooks/pre-commit";
  private static final String PREVIOUS = HOOK + ".before-autoheal";
  private static final String CALLED = "called with review --base HEAD --staged";

  @TempDir Path temp;

  private Workspace work;
  private Path programs;

  private record Commit(int exit, String output) {}

  @BeforeEach
  void open() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("it's a \"$HOME\" repository"));
    work = Workspace.in(folder).repository();
    programs = Files.createDirectories(temp.resolve("programs"));
  }

  private Shell.Result install() {
    Shell.Result result = work.run("hook", "install");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result;
  }

  private Shell.Result uninstall() {
    Shell.Result result = work.run("hook", "uninstall");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result;
  }

  private String refused(String action) {
    Shell.Result result = work.run("hook", action);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  private Path script(Path file, String text, String mode) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private Path script(String path, String text) throws IOException {
    return script(work.path(path), text, "rwxr-xr-x");
  }

  private void script(String path, String text, String mode) throws IOException {
    script(work.path(path), text, mode);
  }

  /** Writes a stub that exits with the code in the file {@code code}. */
  private String stub(Path file) throws IOException {
    String text = "#!/bin/sh\necho \"called with $*\"\nexit $(cat '%s')\n";
    stubExitsWith(0);
    return script(file, text.formatted(temp.resolve("code")), "rwxr-xr-x").toString();
  }

  private void stubExitsWith(int code) throws IOException {
    Files.writeString(temp.resolve("code"), Integer.toString(code));
  }

  private Commit commit() throws Exception {
    work.git("add", "-A");
    return run("git", "commit", "-q", "--allow-empty", "-m", "x");
  }

  /** Runs a command with a minimal PATH, without an installed autoheal. */
  private Commit run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.path("").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + role + "_NAME", "a");
      builder.environment().put("GIT_" + role + "_EMAIL", "a@example.com");
    }
    builder.environment().put("GIT_CONFIG_GLOBAL", temp.resolve("none").toString());
    builder.environment().put("PATH", programs + ":/usr/bin:/bin");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Commit(process.waitFor(), output);
  }

  private byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(work.path(path));
  }

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(work.path(path), NOFOLLOW_LINKS));
  }

  @Test
  void reportsWhatItDidAndHowToUninstall() throws IOException {
    assertThat(install().text())
        .isEqualTo(
            """
            wrote .git/hooks/pre-commit
            The hook looks for autoheal on the PATH.
            The hook stops a commit that adds errors to an AutoHeal section.
              git commit --no-verify    commits anyway
              autoheal hook uninstall   removes the hook
            """);
    assertThat(work.path(HOOK)).isExecutable();
    assertThat(uninstall().text()).isEqualTo("deleted .git/hooks/pre-commit\n");
    assertThat(work.path(HOOK)).doesNotExist();
    assertThat(uninstall().text()).startsWith("found no autoheal hook at ");
  }

  @Test
  void reviewsStagedChanges() throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    work.file("web.config", Workspace.RIGHT);

    assertThat(commit()).isEqualTo(new Commit(0, CALLED + "\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void stopsACommitIfTheReviewFailsAndExplainsHowToContinue(int code) throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    work.file("web.config", Workspace.RIGHT);
    stubExitsWith(code);

    Commit stopped = commit();
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.output())
        .startsWith(CALLED + "\nautoheal: the commit was stopped. Fix the findings above or run")
        .contains("git commit --no-verify");
    assertThat(run("git", "commit", "-q", "--no-verify", "-m", "x")).isEqualTo(new Commit(0, ""));
  }

  /** Commits the staged files and returns whether that starts a review. */
  private boolean isReviewed() throws Exception {
    Commit commit = run("git", "commit", "-q", "-m", "x");
    assertThat(commit.output()).isIn("", CALLED + "\n");
    assertThat(commit.exit()).isZero();
    return !commit.output().isEmpty();
  }

  private boolean isReviewed(String path, String text) throws Exception {
    work.file(path, text).git("add", "-A");
    return isReviewed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop/Web.Config",
        "a b/wéb.config",
        "autoheal.yaml",
        "platform/base.YML",
        "shop/.gitattributes",
        "Properties/PublishProfiles/production.pubxml",
        "production.pubxml.user",
        "Shop.CsProj",
        "shop.vbproj",
        "shop.fsproj",
        "Directory.Build.props",
        "Directory.Build.targets",
        "custom.transform",
        "custom.xdt",
        "deploy.xml",
        "live.json",
        "custom",
        "custom.mdx",
        "notes.md/web.config",
        "web.config\n",
        "web.config\nnotes.md",
        "notes.md\nweb.config"
      })
  void reviewsEveryFileThatMayAffectASection(String path) throws Exception {
    stub(programs.resolve("autoheal"));
    install();

    assertThat(isReviewed(path, "x")).isTrue();
    assertThat(isReviewed(path, "y")).isTrue();
    Files.delete(work.path(path));
    work.git("add", "-A");
    assertThat(isReviewed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notes.txt", "web.config.txt", "src/Start.CS", "-é/:(top) \"x\\.md", ".md"})
  void startsNoReviewIfOnlyCodeAndTextAreStaged(String path) throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    work.file("unstaged/web.config", Workspace.WRONG);

    for (String text : List.of("x", "y")) {
      work.file(path, text).git("add", "--", ":(literal)" + path);
      assertThat(isReviewed()).isFalse();
    }
    Files.delete(work.path(path));
    work.git("add", "--", ":(literal)" + path);
    assertThat(isReviewed()).isFalse();
  }

  @Test
  void startsNoReviewIfNothingIsStaged() throws Exception {
    stub(programs.resolve("autoheal"));
    install();

    assertThat(commit()).isEqualTo(new Commit(0, ""));
    assertThat(commit()).isEqualTo(new Commit(0, ""));
  }

  @Test
  void reviewsARenamedFile() throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    assertThat(isReviewed("web.config", Workspace.RIGHT)).isTrue();

    work.git("mv", "web.config", "web.txt");
    assertThat(isReviewed()).isTrue();
    work.git("mv", "web.txt", "notes.txt");
    assertThat(isReviewed()).isFalse();
    work.git("mv", "notes.txt", "web.config");
    assertThat(isReviewed()).isTrue();
  }

  @Test
  void reviewsAFileWhoseNameIsNotUtf8() throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    work.file("notes.txt", "x").git("add", "-A");
    String entry = "100644 " + work.git("hash-object", "-w", "notes.txt").strip() + "\\t%s\\n";
    String add = "printf '" + entry + "' | git update-index --index-info";

    run("sh", "-c", add.formatted("caf\\351.txt"));
    assertThat(isReviewed()).isFalse();
    run("sh", "-c", add.formatted("caf\\351.config"));
    assertThat(isReviewed()).isTrue();
  }

  @Test
  void reviewsLinksAndTheirTargets() throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    assertThat(isReviewed("notes.txt", "x")).isFalse();

    work.link("more.txt", "notes.txt").git("add", "-A");
    assertThat(isReviewed()).isTrue();
    assertThat(isReviewed("notes.txt", "y")).isTrue();
    Files.delete(work.path("more.txt"));
    assertThat(isReviewed("more.txt", "no link")).isTrue();
    assertThat(isReviewed("more.txt", "still none")).isFalse();
  }

  @Test
  void reviewsSubmodulesThatGitIsConfiguredToIgnore() throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    work.git("config", "diff.ignoreSubmodules", "all");
    assertThat(isReviewed("notes.txt", "x")).isFalse();
    String commit = work.git("rev-parse", "HEAD").strip();

    work.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",shop.cs");
    work.file("notes.txt", "y").git("add", "notes.txt");
    assertThat(isReviewed()).isTrue();
    work.git("rm", "-q", "--cached", "shop.cs");
    work.file("notes.txt", "z").git("add", "notes.txt");
    assertThat(isReviewed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "web.config, <monitoring configSource='Conf\\AutoHeal.TXT' />, conf/autoheal.txt",
    "shop.pubxml, <CustomTransformFileName>a&amp;b.md</CustomTransformFileName>, a&b.md",
    "shop.csproj, <Import Project='conf%20ü.txt' />, conf ü.txt",
    "base.yaml, extends: platform.txt, platform.txt",
    "web.config, <monitoring configSource='&#97;.txt' />, a.txt"
  })
  void reviewsAFileThatAnotherFileRefersTo(String by, String text, String path) throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    assertThat(isReviewed(path, "x")).isFalse();

    work.file(by, text).git("add", "-A");
    assertThat(isReviewed()).isTrue();
    assertThat(isReviewed(path, "y")).isTrue();
    Files.delete(work.path(path));
    work.git("add", "-A");
    assertThat(isReviewed()).isTrue();
  }

  @Test
  void reviewsEveryFileIfUtf16MayHideAReference() throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    Files.write(work.path("web.config"), "\ufeff<monitoring />".getBytes(UTF_16LE));
    assertThat(commit().output()).isEqualTo(CALLED + "\n");

    assertThat(isReviewed("notes.txt", "x")).isTrue();
  }

  @Test
  void startsAReviewIfGitCannotListStagedFiles() throws Exception {
    stub(programs.resolve("autoheal"));
    install();
    work.git("config", "diff.orderFile", "missing");
    work.file("notes.txt", "x").git("add", "-A");

    assertThat(run("git", "commit", "-q", "-m", "x").output()).contains(CALLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "with space", "it's", "\"$HOME\" `x` \\", "new\nline", "LAUNCHER"})
  void callsTheLauncherIfNoneIsOnThePath(String folder) throws Exception {
    String launcher = stub(temp.resolve("installed").resolve(folder).resolve("autoheal"));
    Shell.Result result = work.shell().with(HookCommand.LAUNCHER, launcher).run("hook", "install");
    assertThat(result.exit()).isZero();
    work.file("web.config", Workspace.RIGHT);
    assertThat(commit()).isEqualTo(new Commit(0, CALLED + "\n"));

    Files.delete(Path.of(launcher));
    work.file("web.config", Workspace.WRONG);
    Commit stopped = commit();
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.output())
        .startsWith(
            "autoheal: the commit was stopped because the program autoheal was not found.\n")
        .contains("git commit --no-verify", "autoheal hook uninstall, or delete .git/hooks/pre-co");
  }

  @Test
  void isMadeExecutableAgainByASecondInstall() throws IOException {
    install();
    byte[] once = bytes(HOOK);
    Files.setPosixFilePermissions(work.path(HOOK), PosixFilePermissions.fromString("rw-r-----"));

    assertThat(install().text()).isEqualTo(HOOK + " is already installed\n");
    assertThat(bytes(HOOK)).isEqualTo(once);
    assertThat(mode(HOOK)).isEqualTo("rwxr-x---");
  }

  @Test
  void isUpdatedWhenTheLauncherMoves() {
    install();
    Shell.Result again = work.shell().with(HookCommand.LAUNCHER, "/else").run("hook", "install");

    assertThat(again.text()).isEqualTo("updated " + HOOK + "\n");
    assertThat(work.read(HOOK)).contains("\nlauncher='/else'\n");
    assertThat(work.path(HOOK)).isExecutable();
    uninstall();
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "uninstall"})
  void keepsAnEditedHook(String action) throws IOException {
    install();
    work.file(HOOK, work.read(HOOK) + "echo mine\n");
    byte[] edited = bytes(HOOK);

    assertThat(refused(action))
        .isEqualTo(
            "autoheal: .git/hooks/pre-commit was edited after autoheal wrote it;"
                + " move your lines to another file and delete it\n");
    assertThat(bytes(HOOK)).isEqualTo(edited);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/bin/sh\n", "#!/usr/bin/env bash\n", "", "#!/usr/bin/env python3\n"})
  void keepsAPreviousHookInAnyLanguage(String shebang) throws Exception {
    stub(programs.resolve("autoheal"));
    boolean isPython = shebang.contains("python");
    String text =
        isPython ? "import sys\nprint('mine', flush=True)\nsys.exit(%d)" : "echo mine\nexit %d";
    script(HOOK, shebang + text.formatted(0), "rwxr-x--x");
    byte[] before = bytes(HOOK);
    work.file("web.config", Workspace.RIGHT);

    assertThat(install().text())
        .contains(
            "kept the previous hook as " + PREVIOUS + "; it runs first if it is executable\n");
    assertThat(commit()).isEqualTo(new Commit(0, "mine\n" + CALLED + "\n"));
    stubExitsWith(1);
    work.file("web.config", Workspace.WRONG);
    assertThat(commit().exit()).isEqualTo(1);

    assertThat(install().text()).endsWith("already installed\n");
    assertThat(uninstall().text()).isEqualTo("restored the previous hook " + HOOK + "\n");
    assertThat(bytes(HOOK)).isEqualTo(before);
    assertThat(mode(HOOK)).isEqualTo("rwxr-x--x");
    assertThat(work.path(PREVIOUS)).doesNotExist();

    script(HOOK, shebang + text.formatted(7), "rwxr-xr-x");
    install();
    assertThat(commit()).isEqualTo(new Commit(1, "mine\n"));
  }

  @Test
  void doesNotRunAPreviousHookThatIsNotExecutable() throws Exception {
    stub(programs.resolve("autoheal"));
    script(HOOK, "#!/bin/sh\nexit 1\n", "rw-r--r--");
    install();

    assertThat(commit().exit()).isZero();
    uninstall();
    assertThat(mode(HOOK)).isEqualTo("rw-r--r--");
  }

  @Test
  void restoresThePreviousHookEvenIfOursIsGone() throws IOException {
    script(HOOK, "#!/bin/sh\necho mine\n");
    install();
    Files.delete(work.path(HOOK));

    assertThat(uninstall().text()).startsWith("restored the previous hook");
    assertThat(work.read(HOOK)).contains("mine");
    assertThat(work.path(PREVIOUS)).doesNotExist();
  }

  @Test
  void keepsTheTargetOfALink() throws Exception {
    stub(programs.resolve("autoheal"));
    script("scripts/pre-commit", "#!/bin/sh\necho linked\n");
    Files.createDirectories(work.path(".git/hooks"));
    work.link(HOOK, "../../scripts/pre-commit");
    byte[] before = bytes("scripts/pre-commit");

    install();
    work.file("web.config", Workspace.RIGHT);
    assertThat(commit()).isEqualTo(new Commit(0, "linked\n" + CALLED + "\n"));
    assertThat(bytes("scripts/pre-commit")).isEqualTo(before);
    uninstall();
    assertThat(Files.readSymbolicLink(work.path(HOOK))).hasToString("../../scripts/pre-commit");
  }

  @Test
  void keepsADanglingLink() throws IOException {
    Files.createDirectories(work.path(".git/hooks"));
    work.link(HOOK, "nowhere");
    install();
    uninstall();

    assertThat(Files.readSymbolicLink(work.path(HOOK))).hasToString("nowhere");
  }

  @Test
  void doesNotReplaceAKeptHookWithASecondOne() throws IOException {
    script(HOOK, "#!/bin/sh\necho first\n");
    install();
    script(HOOK, "#!/bin/sh\necho second\n");

    assertThat(refused("install"))
        .isEqualTo(
            "autoheal: cannot keep the hook %s as %s, which already exists; move one of them away\n"
                .formatted(HOOK, PREVIOUS));
    assertThat(uninstall().text()).startsWith("found no autoheal hook at ");
    assertThat(work.read(HOOK)).contains("second");
    assertThat(work.read(PREVIOUS)).contains("first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# File generated by pre-commit: https://pre-commit.com | .pre-commit-config.yaml",
        "call_lefthook run \"pre-commit\" \"$@\" | lefthook.yml",
        ". \"$(dirname \"$0\")/h\" | .husky/pre-commit",
        "# Entrypoint for Overcommit hook integration. | .overcommit.yml"
      })
  void rejectsAHookThatAnotherProgramGenerates(String line, String file) throws IOException {
    String text = "#!/bin/sh\n" + line;
    script(HOOK, text);

    assertThat(refused("install"))
        .startsWith("autoheal: " + HOOK + " belongs to ")
        .endsWith(" to " + file + "\n");
    assertThat(work.read(HOOK)).isEqualTo(text);
    assertThat(work.path(PREVIOUS)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "uninstall"})
  void reportsWhereAnotherProgramMovedIt(String action) throws IOException {
    install();
    Files.move(work.path(HOOK), work.path(HOOK + ".legacy"));
    script(HOOK, "#!/bin/sh\n");

    assertThat(refused(action))
        .isEqualTo(
            "autoheal: another program moved the autoheal hook to .git/hooks/pre-commit.legacy;"
                + " uninstall its hook or delete this file\n");
    assertThat(work.path(HOOK + ".legacy")).exists();
    assertThat(work.read(HOOK)).isEqualTo("#!/bin/sh\n");
  }

  @Test
  void callsThePreviousHookAfterAnotherProgramMovedOurs() throws Exception {
    stub(programs.resolve("autoheal"));
    script(HOOK, "#!/bin/sh\necho former\n");
    install();
    Files.move(work.path(HOOK), work.path(HOOK + ".legacy"));
    script(HOOK, "#!/bin/sh\nexec \"$0.legacy\" \"$@\"\n");
    work.file("web.config", Workspace.RIGHT);

    assertThat(commit()).isEqualTo(new Commit(0, "former\n" + CALLED + "\n"));
  }

  @Test
  void usesTheHooksFolderOfTheRepository() throws Exception {
    stub(programs.resolve("autoheal"));
    work.git("config", "core.hooksPath", ".githooks");
    work.folder("deep/down");
    Shell.Result result =
        Shell.in(work.path("deep/down")).with(HookCommand.LAUNCHER, "/here").run("hook", "install");

    assertThat(result.err()).isEmpty();
    assertThat(result.text())
        .startsWith(
            """
            wrote .githooks/pre-commit
            wrote .githooks/.gitattributes, so that git checks out the hook with LF
            The hook is in the working tree: commit it, and""");
    assertThat(work.read(".githooks/pre-commit")).contains("launcher=''").doesNotContain("/here");
    assertThat(work.path(HOOK)).doesNotExist();
    work.file("web.config", Workspace.RIGHT);
    assertThat(commit().output()).contains(CALLED);
    assertThat(uninstall().text()).isEqualTo("deleted .githooks/pre-commit\n");
  }

  @Test
  void runsInACloneThatChecksOutCrLf() throws Exception {
    stub(programs.resolve("autoheal"));
    work.git("config", "core.hooksPath", ".githooks");
    install();
    work.file("web.config", Workspace.RIGHT);
    commit();
    Files.delete(work.path(".githooks/pre-commit"));
    Files.delete(work.path("web.config"));
    run("git", "-c", "core.autocrlf=true", "checkout", "-q", "--", ".");
    assertThat(work.read("web.config")).contains("\r\n");

    work.file("web.config", Workspace.WRONG);

    assertThat(commit()).isEqualTo(new Commit(0, CALLED + "\n"));
  }

  @Test
  void repairsAHookThatWasCheckedOutWithCrLf() throws Exception {
    work.git("config", "core.hooksPath", ".githooks");
    install();
    String hook = work.read(".githooks/pre-commit");
    work.file(".githooks/pre-commit", hook.replace("\n", "\r\n"));
    Files.delete(work.path(".githooks/.gitattributes"));

    assertThat(install().text())
        .isEqualTo(
            """
            updated .githooks/pre-commit
            wrote .githooks/.gitattributes, so that git checks out the hook with LF
            """);
    assertThat(work.read(".githooks/pre-commit")).isEqualTo(hook);
  }

  @ParameterizedTest
  @ValueSource(strings = {"* text", "* text\n", "* text\r\n"})
  void keepsOtherAttributesOfTheHooks(String attributes) throws IOException {
    work.git("config", "core.hooksPath", ".githooks");
    work.file(".githooks/.gitattributes", attributes);
    install();
    String after = work.read(".githooks/.gitattributes");
    install();

    assertThat(work.read(".githooks/.gitattributes")).isEqualTo(after).startsWith(attributes);
    assertThat(after.lines()).containsExactly("* text", "pre-commit* text eol=lf");
    uninstall();
    assertThat(work.read(".githooks/.gitattributes").strip()).isEqualTo("* text");
  }

  @Test
  void deletesItsAttributesWithTheHook() throws IOException {
    work.git("config", "core.hooksPath", ".githooks");
    install();
    uninstall();

    assertThat(work.path(".githooks")).isEmptyDirectory();
  }

  @Test
  void callsALauncherForWindowsOnThePath() throws Exception {
    stub(programs.resolve("autoheal.cmd"));
    install();
    work.file("web.config", Workspace.RIGHT);

    assertThat(commit()).isEqualTo(new Commit(0, CALLED + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../shared", "/dev/null"})
  void rejectsAHooksFolderOfSeveralRepositories(String folder) {
    work.git("config", "core.hooksPath", folder);

    assertThat(refused("install"))
        .startsWith("autoheal: the hooks folder /")
        .contains("`git config --local core.hooksPath .githooks`");
    assertThat(temp.resolve("shared")).doesNotExist();
  }

  @Test
  void isSharedByAllWorkTreesOfAClone() throws Exception {
    stub(programs.resolve("autoheal"));
    work.file("README", "");
    commit();
    work.git("worktree", "add", "-q", "../other");
    Shell.Result result = Shell.in(temp.resolve("other")).run("hook", "install");

    assertThat(result.exit()).isZero();
    assertThat(result.text()).startsWith("wrote /").contains("/.git/hooks/pre-commit\n");
    assertThat(install().text()).endsWith("already installed\n");
    work = Workspace.in(temp.resolve("other")).file("web.config", Workspace.RIGHT);
    assertThat(commit().output()).isEqualTo(CALLED + "\n");
  }

  @Test
  void requiresAWorkTree() throws IOException {
    Path none = Files.createTempDirectory("autoheal");
    try {
      for (Path folder : List.of(none, work.path(".git"))) {
        Shell.Result result = Shell.in(folder).run("hook", "install");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
            .isEqualTo(
                "autoheal: missing git working tree; change to a repository or run `git init`\n");
      }
    } finally {
      Files.delete(none);
    }
  }

  @Test
  void reportsAFileThatIsInTheWay() {
    work.git("config", "core.hooksPath", ".git/config/hooks");
    Shell.Result result = work.run("hook", "install");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).startsWith("autoheal: ").contains(".git/config");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "dash", "bash", "busybox sh"})
  void isValidShell(String shell) throws Exception {
    install();
    List<String> command = List.of((shell + " -n " + HOOK).split(" ", -1));
    if (Files.isExecutable(Path.of("/bin", command.get(0)))) {
      assertThat(run(command.toArray(String[]::new))).isEqualTo(new Commit(0, ""));
    }
  }
}
