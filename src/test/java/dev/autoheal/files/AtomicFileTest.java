package dev.autoheal.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a file is replaced completely or not at all. */
class AtomicFileTest {
  private static final byte[] OLD = "old".getBytes(UTF_8);
  private static final byte[] NEW = "new, and longer".getBytes(UTF_8);
  private static final long NO_PROCESS = 4_194_305; // above the maximum of any system

  @TempDir Path temp;
  private Path folder;
  private Path path;
  private AtomicFile file;

  @BeforeEach
  void writeOld() throws IOException {
    folder = Files.createDirectory(temp.toRealPath().resolve("tree"));
    path = Files.write(folder.resolve("web.config"), OLD);
    file = new AtomicFile(path);
  }

  @Test
  void replacesTheContentAndLeavesNothingBehind() throws IOException {
    file.replace(OLD, NEW);

    assertThat(path).hasBinaryContent(NEW);
    assertThat(names(folder)).containsExactly("web.config");
  }

  @Test
  void rejectsAFileThatChangedInTheMeantime() throws IOException {
    byte[] theirs = "theirs".getBytes(UTF_8);
    Files.write(path, theirs);

    assertThatThrownBy(() -> file.replace(OLD, NEW))
        .isInstanceOf(AtomicFile.ChangedMeanwhile.class)
        .hasMessage("the file changed while autoheal was reading it; run again");
    assertThat(path).hasBinaryContent(theirs);
    assertThat(names(folder)).containsExactly("web.config");
  }

  @Test
  void rejectsAFileThatWasDeletedInTheMeantime() throws IOException {
    Files.delete(path);

    assertThatThrownBy(() -> file.replace(OLD, NEW))
        .isInstanceOf(AtomicFile.ChangedMeanwhile.class);
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void acceptsThatAnotherProcessWroteTheSame() throws IOException {
    Files.write(path, NEW);
    Object inode = Files.readAttributes(path, "*").get("fileKey");

    file.replace(OLD, NEW);

    assertThat(path).hasBinaryContent(NEW);
    assertThat(Files.readAttributes(path, "*").get("fileKey")).isEqualTo(inode);
    assertThat(names(folder)).containsExactly("web.config");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsTheModeBits() throws IOException {
    for (String mode : List.of("rw-------", "rw-rw-rw-", "rwxr-x--x")) {
      Files.write(path, OLD);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      file.replace(OLD, NEW);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo(mode);
    }
  }

  @Test
  void keepsOwnerAndGroup() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    assumeTrue(view != null, "this system has no owners of that kind");
    UserPrincipalLookupService users = path.getFileSystem().getUserPrincipalLookupService();
    try {
      view.setOwner(users.lookupPrincipalByName("1234"));
      view.setGroup(users.lookupPrincipalByGroupName("2345"));
    } catch (IOException e) {
      assumeTrue(false, "only root may give a file away");
    }

    file.replace(OLD, NEW);

    assertThat(path).hasBinaryContent(NEW);
    assertThat(view.readAttributes().owner().getName()).isEqualTo("1234");
    assertThat(view.readAttributes().group().getName()).isEqualTo("2345");
  }

  @Test
  void keepsExtendedAttributes() throws IOException {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
    assumeTrue(view != null, "this system has no extended attributes");
    try {
      view.write("note", ByteBuffer.wrap(OLD));
    } catch (IOException e) {
      assumeTrue(false, "this file system has no extended attributes");
    }

    file.replace(OLD, NEW);

    ByteBuffer note = ByteBuffer.allocate(OLD.length);
    view.read("note", note);
    assertThat(path).hasBinaryContent(NEW);
    assertThat(note.array()).isEqualTo(OLD);
  }

  @Test
  void allowsManyWritersOfTheSameContent() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 50; round++) {
        Files.write(path, OLD);
        List<Callable<Void>> same =
            Collections.nCopies(
                8,
                () -> {
                  file.replace(OLD, NEW);
                  return null;
                });
        for (Future<Void> writer : writers.invokeAll(same)) {
          writer.get();
        }
        assertThat(path).hasBinaryContent(NEW);
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(names(folder)).containsExactly("web.config");
  }

  @Test
  void overwritesAnyFile() throws IOException {
    file.overwrite(out -> out.write(NEW));
    AtomicFile.named(folder.resolve("other")).overwrite(out -> out.write(OLD));

    assertThat(path).hasBinaryContent(NEW);
    assertThat(folder.resolve("other")).hasBinaryContent(OLD);
    assertThat(names(folder)).containsExactly("other", "web.config");
  }

  @Test
  void keepsTheFileIfTheContentFails() throws IOException {
    assertThatThrownBy(
            () ->
                file.overwrite(
                    out -> {
                      out.write(NEW);
                      throw new IOException("the source is gone");
                    }))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(path + ": the source is gone");
    assertThat(path).hasBinaryContent(OLD);
    assertThat(names(folder)).containsExactly("web.config");
  }

  @Test
  void createsANewFileAndItsFolders() throws IOException {
    Path made = folder.resolve("a/b/web.config");
    new AtomicFile(made).create(NEW);

    assertThat(made).hasBinaryContent(NEW);
    assertThat(names(made.getParent())).containsExactly("web.config");
  }

  @Test
  void neverCreatesAnExistingFile() {
    assertThatThrownBy(() -> file.create(NEW)).isInstanceOf(AtomicFile.ChangedMeanwhile.class);
    assertThat(path).hasBinaryContent(OLD);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsALinkInTheTree() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.config"), path.getFileName());
    Path linked = Files.createDirectory(folder.resolve("real"));
    Files.write(linked.resolve("web.config"), OLD);
    Files.createSymbolicLink(folder.resolve("alias"), linked);
    DiskTree tree = new DiskTree(folder);

    tree.file("link.config").replace(OLD, NEW);
    tree.file("alias/web.config").replace(OLD, NEW);

    assertThat(link).isSymbolicLink().hasBinaryContent(NEW);
    assertThat(path).isRegularFile().hasBinaryContent(NEW);
    assertThat(linked.resolve("web.config")).hasBinaryContent(NEW);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void rejectsALinkOutOfTheTree() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.write(outside.resolve("web.config"), OLD);
    Files.createSymbolicLink(folder.resolve("out.config"), outside.resolve("web.config"));
    Files.createSymbolicLink(folder.resolve("out"), outside);
    Files.createSymbolicLink(folder.resolve("nowhere.config"), outside.resolve("new.config"));
    DiskTree tree = new DiskTree(folder);

    for (String name :
        List.of("out.config", "out/web.config", "out/new.config", "../outside/web.config")) {
      assertThatThrownBy(() -> tree.file(name))
          .hasMessageContaining("a link leads out of the repository");
    }
    assertThatThrownBy(() -> tree.file("nowhere.config")).isInstanceOf(IOException.class);
    assertThat(names(outside)).containsExactly("web.config");
  }

  /** An atomic replacement creates a new file, so other hard links keep the old one. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hardLinkKeepsTheOldContent() throws IOException {
    Path hard = Files.createLink(folder.resolve("hard.config"), path);

    file.replace(OLD, NEW);

    assertThat(path).hasBinaryContent(NEW);
    assertThat(hard).hasBinaryContent(OLD);
  }

  @Test
  void removesTheLeftoversOfACrash() throws IOException {
    Files.write(file.temporary(NO_PROCESS), NEW);

    file.removeLeftovers();

    assertThat(names(folder)).containsExactly("web.config");
  }

  @Test
  void removesLeftoversWhoseProcessIdIsReused() throws IOException {
    Path leftover = Files.write(file.temporary(ProcessHandle.current().pid()), NEW);
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Files.setLastModifiedTime(leftover, FileTime.from(yesterday));

    file.removeLeftovers();

    assertThat(names(folder)).containsExactly("web.config");
  }

  @Test
  void neverRemovesTheFileOfALiveWriter() throws IOException {
    Path ours = Files.write(file.temporary(ProcessHandle.current().pid()), NEW);
    Path parents = Files.write(file.temporary(someLiveProcess()), NEW);

    file.removeLeftovers();

    assertThat(ours).exists();
    assertThat(parents).exists();
  }

  private static long someLiveProcess() {
    return ProcessHandle.current().parent().orElse(ProcessHandle.current()).pid();
  }

  @Test
  void neverRemovesOtherFiles() throws IOException {
    List<String> others =
        List.of(
            ".autoheal-.tmp", ".autoheal-x-1.tmp", ".autoheal.tmp", "autoheal-1-1.tmp", "a.tmp");
    for (String other : others) {
      Files.write(folder.resolve(other), OLD);
    }

    file.removeLeftovers();

    assertThat(names(folder)).containsAll(others);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void rejectsAReadOnlyFile() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
    assumeTrue(!Files.isWritable(path), "as root no file is read-only");

    assertThatThrownBy(() -> file.replace(OLD, NEW))
        .isInstanceOfSatisfying(
            AccessDeniedException.class,
            e -> assertThat(e.getReason()).isEqualTo("the file is read-only"));
    assertThat(path).hasBinaryContent(OLD);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsTheFileInAReadOnlyFolder() throws IOException {
    try (Disk disk = Disk.of(temp.resolve("disk"), 1024)) {
      Path kept = Files.write(disk.folder().resolve("web.config"), OLD);
      disk.makeReadOnly();

      assertThatThrownBy(() -> new AtomicFile(kept).replace(OLD, NEW))
          .isInstanceOf(IOException.class);
      new AtomicFile(kept).removeLeftovers();
      assertThat(kept).hasBinaryContent(OLD);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsTheFileOnAFullDisk() throws IOException {
    try (Disk disk = Disk.of(temp.resolve("disk"), 64)) {
      Path kept = Files.write(disk.folder().resolve("web.config"), OLD);

      assertThatThrownBy(() -> new AtomicFile(kept).replace(OLD, new byte[128 * 1024]))
          .isInstanceOf(IOException.class)
          .hasMessage(kept + ": No space left on device");
      assertThat(kept).hasBinaryContent(OLD);
      assertThat(names(disk.folder())).containsExactly("web.config");
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
