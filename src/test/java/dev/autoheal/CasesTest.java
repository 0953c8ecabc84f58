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
 * Tests the files in {@code cases/RULE/CASE}, which may have a policy. Each has the expected output
 * of {@code check --verbose} and the expected result of {@code apply}; without {@code
 * expected.config} the file must not change. Other line breaks and a byte order mark must make no
 * difference. {@code -Dcases.update=true} updates the expectations.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String ASKS_FOR_NOTHING =
      "version: 1\napps:\n  - name: app\n    files: [\"*.config\"]\n";

  /** A fixed date, on which exceptions depend. */
  private static final String TODAY = "2026-06-15";

  @TempDir private Path folder;
  private String title;

  static Stream<Arguments> cases() throws IOException {
    return CaseFolder.in(CASES).stream()
        .flatMap(each -> each.variants().map(variant -> Arguments.of(each, variant)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void matchesTheExpectedOutputAndFile(CaseFolder each, Variant variant) throws IOException {
    assertThat(each.strayFiles()).as("unexpected files in %s", each).isEmpty();
    title = each + " " + variant;
    each.writeTo(folder, variant);
    Path file = folder.resolve(each.fileName());
    String output = check();
    if (each.policy().isEmpty()) {
      Files.writeString(folder.resolve("autoheal.yaml"), ASKS_FOR_NOTHING);
    }
    byte[] once = apply(file);
    byte[] twice = apply(file);
    if (variant == Variant.AS_IS && Boolean.getBoolean("cases.update")) {
      each.update(output, once);
    }
    assertThat(output).as(title).isEqualTo(each.expectedOutput());
    assertSame(once, variant.of(each.expectedConfig()));
    assertSame(twice, once);
  }

  /** Returns the output of check, which must agree with the exit code. */
  private String check() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = run(out, "check", "--verbose", "--today", TODAY);
    String output = out.toString(UTF_8);
    assertThat(code).as(title).isEqualTo(output.contains(": error: ") ? 1 : 0);
    return output;
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

  /** Compares as text first, for a readable failure. */
  private void assertSame(byte[] actual, byte[] expected) {
    assertThat(new String(actual, UTF_8)).as(title).isEqualTo(new String(expected, UTF_8));
    assertThat(actual).as(title).isEqualTo(expected);
  }
}
