package dev.autoheal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Shell;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that {@code autoheal diff | git apply} gives the same bytes as {@code autoheal apply}. */
class GitApplyTest {
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: app
          files: ["**/web.config"]
          action: recycle
          triggers:
            memory: { privateBytes: 1GB }
            requests: none
            slowRequests: { count: 20, timeTaken: 1m, timeInterval: 5m }
      """;

  private static final String SECTION =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <requests count="1000" timeInterval="00:10:00" />
              <memory privateBytesInKB="800000" />
            </triggers>
            <actions value="LogEvent" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  private static final String ON_ONE_LINE =
      SECTION.substring(SECTION.indexOf("<configuration")).replaceAll("\n *", "");

  private static final String PLAIN =
      "<configuration>\n  <system.webServer>\n  </system.webServer>\n</configuration>\n";

  @TempDir Path temp;
  private Path patched;
  private Path applied;
  private GitRepository git;

  @BeforeEach
  void makeRepositories() throws IOException {
    patched = Files.createDirectory(temp.toRealPath().resolve("patched"));
    applied = Files.createDirectory(temp.toRealPath().resolve("applied"));
    git = GitRepository.in(patched);
    GitRepository.in(applied);
  }

  static Stream<String> samples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("samples"))) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void patchesASampleLikeApply(String name) throws IOException {
    copy(Path.of("samples", name), patched);
    copy(Path.of("samples", name), applied);

    assertPatchEqualsApply(patched, applied);
  }

  static Map<String, byte[]> files() {
    Charset windows1252 = Charset.forName("windows-1252");
    String crlf = SECTION.replace("\n", "\r\n");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("lf", SECTION.getBytes(UTF_8));
    files.put("crlf", crlf.getBytes(UTF_8));
    files.put("mixed", SECTION.replace(">\n    ", ">\r\n    ").getBytes(UTF_8));
    files.put("bom", ("\uFEFF" + SECTION).getBytes(UTF_8));
    files.put("bom and a hunk at line 1", ("\uFEFF" + PLAIN).getBytes(UTF_8));
    files.put("bom on one line", ("\uFEFF" + ON_ONE_LINE).getBytes(UTF_8));
    files.put("utf-16le", ("\uFEFF" + crlf.replace("utf-8", "utf-16")).getBytes(UTF_16LE));
    files.put("utf-16be", ("\uFEFF" + SECTION.replace("utf-8", "utf-16")).getBytes(UTF_16BE));
    files.put(
        "windows-1252",
        SECTION
            .replace("utf-8", "windows-1252")
            .replace("<triggers>", "<triggers> <!-- caf\u00E9 \u20AC -->")
            .getBytes(windows1252));
    files.put("no final line break", SECTION.strip().getBytes(UTF_8));
    files.put("last line", ("<!-- a -->\n" + ON_ONE_LINE).getBytes(UTF_8));
    String far = "\n".repeat(20);
    files.put(
        "several hunks",
        SECTION
            .replace("<memory", far + "<memory")
            .replace("<actions", far + "<actions")
            .getBytes(UTF_8));
    files.put("created", PLAIN.getBytes(UTF_8));
    files.put("root alone", "<configuration/>".getBytes(UTF_8));
    files.put("one line", PLAIN.replaceAll("\n *", "").getBytes(UTF_8));
    files.put(
        "tabs and trailing spaces",
        SECTION.replace("  ", "\t").replace("/>\n", "/> \t\n").getBytes(UTF_8));
    files.put("sp ace/\u00E9\u4E2D/d", SECTION.getBytes(UTF_8));
    files.put("trailing space ", SECTION.getBytes(UTF_8));
    files.put("apps/apps/a/b", SECTION.getBytes(UTF_8));
    if (!System.getProperty("os.name").startsWith("Windows")) {
      files.put("q\"uote", SECTION.getBytes(UTF_8));
      files.put("back\\slash", SECTION.getBytes(UTF_8));
      files.put("-- dash", SECTION.getBytes(UTF_8));
    }
    return new TreeMap<>(files);
  }

  static Stream<String> names() {
    return files().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void patchesAFileLikeApply(String name) throws IOException {
    for (Path root : new Path[] {patched, applied}) {
      write(root, name, files().get(name));
    }
    assertPatchEqualsApply(patched, applied);
  }

  @Test
  void patchesAllFilesLikeApply() throws IOException {
    for (Path root : new Path[] {patched, applied}) {
      for (Map.Entry<String, byte[]> file : files().entrySet()) {
        write(root, file.getKey(), file.getValue());
      }
    }
    assertPatchEqualsApply(patched, applied);
  }

  @Test
  void patchesAFolderBelowTheRoot() throws IOException {
    for (Path root : new Path[] {patched, applied}) {
      write(root, "apps/shop", SECTION.getBytes(UTF_8));
      write(root, "apps/apps", SECTION.replace("\n", "\r\n").getBytes(UTF_8));
    }
    assertPatchEqualsApply(patched.resolve("apps"), applied.resolve("apps"));
  }

  @Test
  void patchesANewFile() throws IOException {
    for (Path root : new Path[] {patched, applied}) {
      Files.writeString(
          root.resolve("autoheal.yaml"),
          POLICY
              .replace("**/web.config", "new folder/web.config")
              .replace("requests: none\n", "\n"));
    }
    Shell.Result dry = Shell.in(patched).run("apply", "--create", "--dry-run");
    assertThat(dry.exit()).as(dry.err()).isEqualTo(1);
    assertThat(patched.resolve("new folder")).doesNotExist();
    git.apply(patched, dry.out());
    assertThat(Shell.in(applied).run("apply", "--create").exit()).isZero();
    assertThat(contents(applied)).containsKey("new folder/web.config");
    assertSame();
  }

  /** A terminal would interpret the carriage return, so the patch is written to a file. */
  @Test
  void patchesAFileWithBareCarriageReturns() throws IOException {
    for (Path root : new Path[] {patched, applied}) {
      write(root, "cr", SECTION.replace("\n", "\r").getBytes(UTF_8));
    }
    Path patch = temp.resolve("cr.patch");
    Shell.Result diff = Shell.in(patched).run("diff", "--report", "patch=" + patch);
    assertThat(diff.text()).contains("  patch not shown because it contains ");
    git.apply(patched, Files.readAllBytes(patch));
    assertThat(Shell.in(applied).run("apply").exit()).isZero();
    assertSame();
  }

  private void assertPatchEqualsApply(Path patchedIn, Path appliedIn) throws IOException {
    Shell.Result diff = Shell.in(patchedIn).run("diff");
    assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
    assertThat(diff.text()).doesNotContain("withheld");
    Map<String, String> before = contents(applied);
    assertThat(Shell.in(appliedIn).run("apply").exit()).isBetween(0, 1);
    boolean pending = !contents(applied).equals(before);
    if (pending) {
      git.apply(patchedIn, diff.out());
    }
    assertThat(diff.text().contains("\n@@ -") || diff.text().contains("\nGIT binary patch\n"))
        .isEqualTo(pending);
    assertSame();
  }

  private void assertSame() throws IOException {
    assertThat(contents(patched)).isEqualTo(contents(applied));
  }

  /** Returns each byte as a character, for a readable failure. */
  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    walk(root, (path, bytes) -> contents.put(path, new String(bytes, ISO_8859_1)));
    return contents;
  }

  private static void write(Path root, String folder, byte[] content) throws IOException {
    Path made = Files.createDirectories(root.resolve(folder));
    Files.write(made.resolve("web.config"), content);
    Files.writeString(root.resolve("autoheal.yaml"), POLICY);
  }

  private static void copy(Path from, Path to) throws IOException {
    walk(
        from,
        (path, bytes) -> {
          Files.createDirectories(to.resolve(path).getParent());
          Files.write(to.resolve(path), bytes);
        });
  }

  private interface Visitor {
    void visit(String path, byte[] bytes) throws IOException;
  }

  private static void walk(Path root, Visitor visitor) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            visitor.visit(root.relativize(file).toString(), Files.readAllBytes(file));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
