package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.CaseFolder.Variant;
import dev.autoheal.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder {@code cases/RULE/CASE} is a file, perhaps a policy, what {@code check --verbose}
 * says and what {@code apply} makes of it; without {@code expected.config} no byte may change. The
 * same must hold with other line ends and with a byte order mark. {@code -Dcases.update=true}
 * writes the expectations anew.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String ASKS_FOR_NOTHING =
      "version: 1\napps:\n  - name: app\n    files: [\"*.config\"]\n";

  /** By which exceptions end, whenever the test runs. */
  private static final String TODAY = "2026-06-15";

  @TempDir private Path folder;
  private String title;

  static Stream<Arguments> cases() throws IOException {
    return CaseFolder.in(CASES).stream()
        .flatMap(each -> each.variants().map(variant -> Arguments.of(each, variant)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void saysAndMakesWhatIsExpected(CaseFolder each, Variant variant) throws IOException {
    assertThat(each.strayFiles()).as("what does not belong in %s", each).isEmpty();
    title = each + " " + variant;
    each.writeTo(folder, variant);
    Path file = folder.resolve(each.fileName());
    String said = check();
    if (each.policy().isEmpty()) {
      Files.writeString(folder.resolve("autoheal.yaml"), ASKS_FOR_NOTHING);
    }
    byte[] once = apply(file);
    byte[] twice = apply(file);
    if (variant == Variant.AS_IS && Boolean.getBoolean("cases.update")) {
      each.update(said, once);
    }
    assertThat(said).as(title).isEqualTo(each.expectedOutput());
    assertSame(once, variant.of(each.expectedConfig()));
    assertSame(twice, once);
  }

  /** What a user sees; the exit code must agree with it. */
  private String check() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = run(out, "check", "--verbose", "--today", TODAY);
    String said = out.toString(UTF_8);
    assertThat(code).as(title).isEqualTo(said.contains(": error: ") ? 1 : 0);
    return said;
  }

  private byte[] apply(Path file) throws IOException {
    int code = run(new ByteArrayOutputStream(), "apply", "--today", TODAY);
    assertThat(code).as(title).isBetween(0, 1);
    return Files.readAllBytes(file);
  }

  private int run(ByteArrayOutputStream out, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Shell.run(folder, out, err, args);
    assertThat(err.toString(UTF_8)).as(title).isEmpty();
    return code;
  }

  /** As text first, which is readable when it fails. */
  private void assertSame(byte[] actual, byte[] expected) {
    assertThat(new String(actual, UTF_8)).as(title).isEqualTo(new String(expected, UTF_8));
    assertThat(actual).as(title).isEqualTo(expected);
  }
}
