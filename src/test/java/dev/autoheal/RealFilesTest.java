package dev.autoheal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autoheal.change.WithoutSection;
import dev.autoheal.cli.Shell;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests real files from public repositories. They are not part of the project but may be in a
 * folder next to it.
 */
class RealFilesTest {
  private static final Path REAL =
      Path.of(System.getProperty("user.dir")).resolveSibling("shared").resolve("real");

  /** An unterminated comment before the section. */
  private static final String UNTERMINATED = "44/Web.config";

  /** A transform with the section in system.web, which made the app fail at startup. */
  private static final String MISPLACED = "45/Web.Release.config";

  private static final String POLICY =
      """
      version: 1
      defaults: { action: recycle }
      apps:
        - name: every
          files: ["**/web.config"]
          triggers:
            memory: { privateBytes: 2GB }
            slowRequests: { count: 20, timeTaken: 1m, timeInterval: 5m }
            statusCodes: [ { status: 500, count: 50, timeInterval: 1m } ]
      """;

  /** Line breaks as stored in git, and as in a working tree on Windows. */
  enum LineEnds {
    AS_STORED,
    CRLF
  }

  @TempDir Path temp;
  private Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();

  @BeforeEach
  void findFiles() throws IOException {
    assumeTrue(Files.isDirectory(REAL), "the real files are not next to the project: " + REAL);
    folder = temp.toRealPath();
  }

  private void copy(LineEnds lineEnds) throws IOException {
    Path real = REAL.toRealPath();
    try (Stream<Path> paths = Files.walk(real)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".config")).toList()) {
        String name = real.relativize(path).toString().replace('\\', '/');
        byte[] bytes = Files.readAllBytes(path);
        if (lineEnds == LineEnds.CRLF) {
          String text = new String(bytes, ISO_8859_1);
          bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(ISO_8859_1);
        }
        files.put(name, bytes);
        Path copied = folder.resolve(name);
        Files.createDirectories(copied.getParent());
        Files.write(copied, bytes);
      }
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(46);
  }

  @ParameterizedTest
  @EnumSource
  void checkReportsOnlyRealMistakes(LineEnds lineEnds) throws IOException {
    copy(lineEnds);

    JsonNode report = json(Shell.in(folder).run("check", "--report", "json"));

    assertThat(report.get("files")).hasSameSizeAs(files.keySet());
    List<String> findings = new ArrayList<>();
    report
        .get("findings")
        .forEach(
            f ->
                findings.add(
                    f.get("path").asText() + ":" + f.get("line") + " " + f.get("rule").asText()));
    assertThat(findings)
        .containsExactly(UNTERMINATED + ":29 malformed-xml", MISPLACED + ":8 misplaced-section");
  }

  @ParameterizedTest
  @EnumSource
  void applyChangesOnlyTheSection(LineEnds lineEnds) throws IOException {
    copy(lineEnds);
    Files.writeString(folder.resolve("autoheal.yaml"), POLICY);

    JsonNode report = json(Shell.in(folder).run("apply", "--report", "json"));

    assertThat(report.get("exitCode").asInt()).isEqualTo(1);
    int changed = 0;
    for (JsonNode file : report.get("files")) {
      String path = file.get("path").asText();
      byte[] before = files.get(path);
      byte[] after = Files.readAllBytes(folder.resolve(path));
      boolean isRoot = path.toLowerCase(Locale.ROOT).endsWith("/web.config");
      if (isRoot && !path.equals(UNTERMINATED)) {
        assertThat(file.get("status").asText()).as(path).isEqualTo("changed");
        assertOnlyTheSectionChanged(path, before, after);
        changed++;
      } else {
        assertThat(after).as(path).isEqualTo(before);
      }
    }
    assertThat(changed).isGreaterThanOrEqualTo(30);
    assertNothingChangesAgain();
  }

  private void assertNothingChangesAgain() throws IOException {
    Map<String, byte[]> once = new TreeMap<>();
    for (String path : files.keySet()) {
      once.put(path, Files.readAllBytes(folder.resolve(path)));
    }
    Shell.in(folder).run("apply");
    for (String path : files.keySet()) {
      assertThat(folder.resolve(path)).as(path).hasBinaryContent(once.get(path));
    }
    JsonNode diff = json(Shell.in(folder).run("diff", "--report", "json"));
    assertThat(diff.get("summary").get("changes").asInt()).isZero();
  }

  /** Asserts that all bytes before and after the section are unchanged. */
  private static void assertOnlyTheSectionChanged(String path, byte[] before, byte[] after) {
    int prefix = 0;
    int most = Math.min(before.length, after.length);
    while (prefix < most && before[prefix] == after[prefix]) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && before[before.length - 1 - suffix] == after[after.length - 1 - suffix]) {
      suffix++;
    }
    String removed = new String(before, prefix, before.length - suffix - prefix, ISO_8859_1);
    String added = new String(after, prefix, after.length - suffix - prefix, ISO_8859_1);
    if (path.startsWith("42/") || path.startsWith("43/")) {
      assertThat(removed).as(path).hasSizeLessThan(10);
    } else {
      assertThat(removed).as(path).isIn("", "/", " /");
      assertThat(added).as(path).contains("<monitoring>");
    }
    WithoutSection.assertSame(SourceFile.of(path, before), SourceFile.of(path, after), false);
  }

  @ParameterizedTest
  @EnumSource
  void diffShowsTheOneChangedValue(LineEnds lineEnds) throws IOException {
    copy(lineEnds);
    Files.writeString(
        folder.resolve("autoheal.yaml"),
        """
        version: 1
        apps:
          - name: search
            files: ["42/web.config", "43/web.config"]
            triggers: { memory: { privateBytes: 4GB } }
        """);

    Shell.Result result = Shell.in(folder).run("diff", "42", "43");

    assertThat(result.exit()).isEqualTo(1);
    List<String> minus = lines(result, "-<");
    List<String> plus = lines(result, "+<");
    assertThat(minus).containsOnly("-<memory privateBytesInKB=\"4096000\"/>").hasSize(2);
    assertThat(plus).containsOnly("+<memory privateBytesInKB=\"4194304\"/>").hasSize(2);
    assertThat(result.text())
        .contains("<!-- add custom rule to recycle app pool if memory is more than 4 GB -->");
  }

  /** Returns the lines of the patch with this start, ignoring whitespace. */
  private static List<String> lines(Shell.Result result, String start) {
    return result
        .text()
        .lines()
        .map(line -> line.replaceFirst("^([-+])\\s+", "$1").strip())
        .filter(line -> line.startsWith(start))
        .toList();
  }

  private static JsonNode json(Shell.Result result) throws IOException {
    return new ObjectMapper().readTree(result.out());
  }
}
