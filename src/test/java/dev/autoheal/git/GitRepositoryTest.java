package dev.autoheal.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autoheal.cli.Workspace;
import dev.autoheal.files.FileTree;
import dev.autoheal.files.FileTree.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRepositoryTest {
  @TempDir Path temp;

  private Workspace work;
  private GitRepository revisions;

  @BeforeEach
  void open() {
    work = Workspace.in(temp).repository();
    revisions = new GitRepository(temp);
  }

  @AfterEach
  void close() {
    revisions.close();
  }

  private String commit() throws IOException {
    work.git("add", "-A");
    work.git("commit", "-q", "--allow-empty", "-m", "x");
    return revisions.commit("HEAD");
  }

  private static String read(FileTree tree, String path) throws IOException {
    return new String(tree.read(path, 1000).bytes(), UTF_8);
  }

  @Test
  void readsTheFilesOfACommit() throws IOException {
    work.file("b", "one").file("a/b/é c", "two").file("a.d", "");
    Files.createSymbolicLink(temp.resolve("link"), Path.of("b"));
    String first = commit();
    work.file("b", "three");
    commit();

    FileTree tree = revisions.tree(first);
    assertThat(tree.list(""))
        .containsExactly(
            new FileTree.Entry("a", Kind.FOLDER),
            new FileTree.Entry("a.d", Kind.FILE),
            new FileTree.Entry("b", Kind.FILE),
            new FileTree.Entry("link", Kind.FILE));
    assertThat(tree.list("a/b")).containsExactly(new FileTree.Entry("é c", Kind.FILE));
    assertThat(tree.list("no/such")).isEmpty();
    assertThat(tree.list("b")).isEmpty();
    assertThat(tree.kind("")).contains(Kind.FOLDER);
    assertThat(tree.kind("a/b")).contains(Kind.FOLDER);
    assertThat(tree.kind("a/c")).isEmpty();
    assertThat(read(tree, "b")).isEqualTo("one");
    assertThat(read(tree, "link")).isEqualTo("one");
    assertThat(read(tree, "a/b/é c")).isEqualTo("two");
    assertThat(read(tree, "a.d")).isEmpty();
    assertThat(tree.read("b", 2)).matches(c -> c.size() == 3 && c.bytes().length == 0);
    assertThat(read(tree, "b")).isEqualTo("one");
    assertThatThrownBy(() -> tree.read("a", 9)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void followsLinksInsideTheTree() throws IOException {
    work.file("a/b/c", "one")
        .link("a/up", "..")
        .link("a/chain", "up/folder/./c")
        .link("folder", "a/b/")
        .link("circle", "circle")
        .link("out", "a/../../x")
        .link("nowhere", "a/b/c/d")
        .link("outside", "/etc");
    FileTree tree = revisions.tree(commit());

    assertThat(read(tree, "folder/c")).isEqualTo("one");
    assertThat(read(tree, "a/chain")).isEqualTo("one");
    assertThat(tree.real("a/up/a/up/folder/c")).contains("a/b/c");
    assertThat(tree.kind("folder")).contains(Kind.LINKED_FOLDER);
    assertThat(tree.list("a/up/folder")).containsExactly(new FileTree.Entry("c", Kind.FILE));
    for (String path : new String[] {"circle", "out", "nowhere", "outside"}) {
      assertThat(tree.kind(path)).as(path).contains(Kind.BAD_LINK);
      assertThat(tree.real(path)).as(path).isEmpty();
      assertThat(tree.kind(path + "/x")).as(path).isEmpty();
    }
  }

  @Test
  void readsTheIndexInsteadOfTheDisk() throws IOException {
    work.file("a/b/c", "one").file("d", "one");
    String first = commit();
    work.file("a/b/c", "two");
    work.git("add", "a/b/c");
    work.file("a/b/c", "three").file("d", "two").file("new", "");

    FileTree tree = revisions.index();
    assertThat(tree.list(""))
        .containsExactly(new FileTree.Entry("a", Kind.FOLDER), new FileTree.Entry("d", Kind.FILE));
    assertThat(tree.kind("a/b")).contains(Kind.FOLDER);
    assertThat(read(tree, "a/b/c")).isEqualTo("two");
    assertThat(revisions.staged(first)).containsExactly("a/b/c");
    assertThat(revisions.onDisk(first)).containsExactly("a/b/c", "d", "new");
  }

  @Test
  void listsChangedFiles() throws IOException {
    work.file("a/b", "one").file("c", "one").file("d\n\"e", "one").file(".gitignore", "no\n");
    String first = commit();
    work.git("mv", "a/b", "a/moved");
    work.file("d\n\"e", "two").file("no", "");
    String second = commit();

    assertThat(revisions.changed(first, second)).containsExactly("a/b", "a/moved", "d\n\"e");
    assertThat(revisions.changed(first, first)).isEmpty();
    assertThat(revisions.onDisk(second)).isEmpty();
    Files.delete(temp.resolve("c"));
    assertThat(revisions.onDisk(second)).containsExactly("c");
  }

  @Test
  void findsTheMergeBaseOfTwoBranches() throws IOException {
    String parted = commit();
    work.git("checkout", "-q", "-b", "other");
    work.file("a", "");
    String one = commit();
    work.git("checkout", "-q", "-");
    work.file("b", "");
    String other = commit();

    assertThat(revisions.mergeBase(one, other)).isEqualTo(parted);
    assertThat(revisions.commit("other")).isEqualTo(one);
    assertThat(revisions.commit("HEAD~1")).isEqualTo(parted);
    work.git("checkout", "-q", "--orphan", "apart");
    String apart = commit();
    assertThatThrownBy(() -> revisions.mergeBase(one, apart))
        .isInstanceOf(RevisionException.class)
        .hasMessage("base and head have no common commit; use another base");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nowhere",
        "--output=pwned",
        "--all",
        "-",
        "HEAD:a",
        "HEAD..HEAD",
        "^HEAD",
        "@{u}",
        "HEAD\n",
        "0123456789012345678901234567890123456789"
      })
  void rejectsAnUnknownRevision(String revision) throws IOException {
    work.file("a", "");
    commit();

    assertThatThrownBy(() -> revisions.commit(revision))
        .isInstanceOf(RevisionException.class)
        .hasMessage("unknown revision '" + revision + "' in this repository; run `git fetch`");
    assertThat(temp.resolve("pwned")).doesNotExist();
  }

  @Test
  void suggestsAFetchInAShallowClone() throws IOException {
    String first = commit();
    work.git("branch", "old", first);
    work.file("a", "");
    String second = commit();
    work.git("branch", "new", second);
    work.git("clone", "-q", "--depth=1", "--no-single-branch", "file://" + temp, "clone");

    try (GitRepository clone = new GitRepository(temp.resolve("clone"))) {
      assertThatThrownBy(() -> clone.commit("no"))
          .isInstanceOf(RevisionException.class)
          .hasMessage("unknown revision 'no' in this shallow clone; run `git fetch --unshallow`");
      assertThatThrownBy(
              () -> clone.mergeBase(clone.commit("origin/old"), clone.commit("origin/new")))
          .isInstanceOf(RevisionException.class)
          .hasMessage(
              "missing merge base of base and head in this shallow clone;"
                  + " run `git fetch --unshallow`");
    }
  }

  @Test
  void fetchesNothingIntoAPartialClone() throws IOException {
    work.file("a", "one");
    commit();
    work.git("config", "uploadpack.allowFilter", "true");
    work.git("clone", "-q", "--no-checkout", "--filter=blob:none", "file://" + temp, "clone");

    try (GitRepository clone = new GitRepository(temp.resolve("clone"))) {
      FileTree tree = clone.tree(clone.commit("HEAD"));
      assertThat(tree.kind("a")).isEqualTo(Optional.of(Kind.FILE));
      assertThatThrownBy(() -> tree.read("a", 9))
          .isInstanceOf(RevisionException.class)
          .hasMessageContaining("`git fetch --refetch --no-filter`");
    }
  }

  @Test
  void readsASparseCheckoutAndAWorktree() throws IOException {
    work.file("a/b", "one").file("c/d", "two");
    String first = commit();
    work.git("sparse-checkout", "set", "--cone", "--sparse-index", "a");
    work.git("worktree", "add", "-q", "--detach", "worktree");

    assertThat(temp.resolve("c")).doesNotExist();
    assertThat(read(revisions.tree(first), "c/d")).isEqualTo("two");
    assertThat(read(revisions.index(), "c/d")).isEqualTo("two");
    assertThat(revisions.onDisk(first)).doesNotContain("c/d");
    try (GitRepository worktree = new GitRepository(temp.resolve("worktree"))) {
      assertThat(worktree.commit("HEAD")).isEqualTo(first);
      assertThat(worktree.onDisk(first)).isEmpty();
    }
  }

  @Test
  void ignoresSubmodules() throws IOException {
    Path other = Files.createDirectories(temp.resolve("../" + temp.getFileName() + "-other"));
    Workspace.in(other).repository().file("web.config", "").git("add", "-A");
    Workspace.in(other).git("commit", "-q", "-m", "x");
    work.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", other.toString(), "sub");
    String first = commit();
    work.file("sub/web.config", "changed");

    assertThat(revisions.tree(first).kind("sub")).contains(Kind.OTHER);
    assertThat(revisions.tree(first).list("sub")).isEmpty();
    assertThat(revisions.onDisk(first)).isEmpty();
  }

  @Test
  void neverRunsCommandsThatTheRepositoryConfigures() throws IOException {
    work.file("web.config", "one").file(".gitattributes", "* filter=evil diff=evil\n");
    String first = commit();
    for (String key :
        new String[] {
          "filter.evil.clean",
          "filter.evil.smudge",
          "filter.evil.process",
          "diff.external",
          "diff.evil.command",
          "diff.evil.textconv",
          "core.fsmonitor",
          "core.sshCommand",
          "core.pager",
          "core.editor"
        }) {
      work.file(".git/config", work.read(".git/config") + setting(key));
    }
    work.file("web.config", "two");

    String second = revisions.commit("HEAD");
    assertThat(revisions.onDisk(second)).containsExactly("web.config");
    assertThat(revisions.staged(second)).isEmpty();
    assertThat(revisions.changed(first, second)).isEmpty();
    assertThat(read(revisions.tree(first), "web.config")).isEqualTo("one");
    assertThat(read(revisions.index(), "web.config")).isEqualTo("one");
    assertThat(temp.resolve("PWNED")).doesNotExist();
  }

  private String setting(String key) {
    int dot = key.lastIndexOf('.');
    String section = key.substring(0, dot).replace(".evil", " \"evil\"");
    String required = section.startsWith("filter") ? "\trequired = true\n" : "";
    return "[%s]\n%s\t%s = touch %s; false\n"
        .formatted(section, required, key.substring(dot + 1), temp.resolve("PWNED"));
  }

  @Test
  void reportsAMissingRepository() throws IOException {
    Path none = Files.createDirectories(temp.resolve("none"));
    Workspace.in(none).file(".git", "gitdir: nowhere\n");

    try (GitRepository there = new GitRepository(none)) {
      assertThatThrownBy(() -> there.commit("HEAD"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("fatal: not a git repository");
    }
  }
}
