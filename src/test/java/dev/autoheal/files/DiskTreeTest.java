package dev.autoheal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a tree contains the files below a folder, but no links out of it. */
class DiskTreeTest {
  @TempDir Path temp;
  private Path root;
  private DiskTree tree;

  @BeforeEach
  void createFiles() throws IOException {
    root = Files.createDirectories(temp.resolve("root"));
    Files.createDirectories(root.resolve("app"));
    Files.writeString(root.resolve("app/web.config"), "<a/>");
    Files.createDirectories(temp.resolve("outside"));
    Files.writeString(temp.resolve("outside/web.config"), "<a/>");
    tree = new DiskTree(root);
  }

  @Test
  void listsByName() throws IOException {
    Files.writeString(root.resolve("b"), "");
    Files.writeString(root.resolve("B"), "");
    assertThat(tree.list("").stream().map(FileTree.Entry::name)).isSorted().contains("app", "b");
    assertThat(tree.list("app"))
        .containsExactly(new FileTree.Entry("web.config", FileTree.Kind.FILE));
    assertThat(tree.list("nowhere")).isEmpty();
    assertThat(tree.list("app/web.config")).isEmpty();
  }

  @Test
  void returnsTheKindOfAFile() throws IOException {
    assertThat(tree.kind("app")).contains(FileTree.Kind.FOLDER);
    assertThat(tree.kind("app/web.config")).contains(FileTree.Kind.FILE);
    assertThat(tree.kind("app/nowhere")).isEmpty();
    assertThat(tree.kind("app/web.config/nowhere")).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsLinksOnlyInside() throws IOException {
    Files.createSymbolicLink(root.resolve("in.config"), root.resolve("app/web.config"));
    Files.createSymbolicLink(root.resolve("in"), root.resolve("app"));
    Files.createSymbolicLink(root.resolve("out.config"), temp.resolve("outside/web.config"));
    Files.createSymbolicLink(root.resolve("out"), temp.resolve("outside"));
    Files.createSymbolicLink(root.resolve("nowhere"), temp.resolve("nothing"));
    Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));

    assertThat(tree.kind("in.config")).contains(FileTree.Kind.FILE);
    assertThat(tree.kind("in")).contains(FileTree.Kind.LINKED_FOLDER);
    assertThat(tree.kind("in/web.config")).contains(FileTree.Kind.FILE);
    for (String bad : new String[] {"out.config", "out", "out/web.config", "nowhere", "loop"}) {
      assertThat(tree.kind(bad)).as(bad).contains(FileTree.Kind.BAD_LINK);
    }
    assertThat(tree.list("in")).hasSize(1);
    assertThat(tree.list("out")).isEmpty();
    assertThat(tree.kind("../outside/web.config")).contains(FileTree.Kind.BAD_LINK);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void acceptsALinkToTheRoot() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), root);
    assertThat(new DiskTree(link).kind("app/web.config")).contains(FileTree.Kind.FILE);
  }

  @Test
  void neverReadsAHugeFile() throws IOException {
    try (RandomAccessFile huge = new RandomAccessFile(root.resolve("huge").toFile(), "rw")) {
      huge.setLength(100L * 1024 * 1024);
    }
    FileTree.Content content = tree.read("huge", SourceFile.SIZE_LIMIT);
    assertThat(content.size()).isEqualTo(100L * 1024 * 1024);
    assertThat(content.bytes()).isEmpty();
  }

  @Test
  void readsAtMostTheLimit() throws IOException {
    assertThat(tree.read("app/web.config", 4).bytes()).hasSize(4);
    FileTree.Content content = tree.read("app/web.config", 3);
    assertThat(content.size()).isEqualTo(4);
    assertThat(content.bytes()).isEmpty();
  }
}
