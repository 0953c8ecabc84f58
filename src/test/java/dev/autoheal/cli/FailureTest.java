package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Internal errors, caused by a standard input that fails. */
class FailureTest {
  @TempDir Path temp;

  private Shell.Result run(Callable<Integer> read, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new InputStream() {
              @Override
              public int read() throws IOException {
                try {
                  return read.call();
                } catch (IOException | RuntimeException e) {
                  throw e;
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }

              @Override
              public int read(byte[] into, int offset, int length) throws IOException {
                return read();
              }
            },
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, true, UTF_8),
            temp,
            Map.of(),
            false,
            false);
    int exit = new CommandRunner(console).run(arguments);
    return new Shell.Result(exit, out.toByteArray(), err.toString(UTF_8).replace("\r\n", "\n"));
  }

  private static int bug() {
    throw new IllegalStateException("boom\u001B[31m\n::error::x");
  }

  private static int lost() throws IOException {
    throw new IOException("the pipe is gone");
  }

  @Test
  void hasNoStackTraceForABug() {
    Shell.Result result = run(FailureTest::bug, "check", "-");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            autoheal: boom<U+001B>[31m<U+000A>::error::x
            This is a bug in autoheal. Run again with --debug for details.
            """);
  }

  @Test
  void isOneLineForAReadError() {
    assertThat(run(FailureTest::lost, "diff", "-").err()).isEqualTo("autoheal: the pipe is gone\n");
    assertThat(run(FailureTest::lost, "diff", "-").exit()).isEqualTo(3);
  }

  @Test
  void isReportedBeforeReportsThatCannotBeWritten() {
    Shell.Result result =
        run(FailureTest::lost, "diff", "-", "--report=json=gone/a", "--report=html=gone/b");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err().lines())
        .satisfiesExactly(
            cause -> assertThat(cause).isEqualTo("autoheal: the pipe is gone"),
            json -> assertThat(json).startsWith("autoheal: cannot write the json report to "),
            html -> assertThat(html).startsWith("autoheal: cannot write the html report to "));
  }

  @Test
  void hasASafeStackTraceWithDebug() {
    Shell.Result result = run(FailureTest::bug, "check", "-", "--debug");

    assertThat(result.err()).startsWith("autoheal: boom").contains("\tat dev.autoheal.cli.");
    assertThat(Unsafe.in(result.err(), false)).isEmpty();
  }

  @Test
  void isValidJson() {
    Shell.Result result = run(FailureTest::bug, "diff", "-", "--report", "json");
    JsonNode json = ReportSchema.validated(result.out());

    assertThat(result.exit()).isEqualTo(3);
    assertThat(json.get("outcome").asText()).isEqualTo("error");
    assertThat(json.get("exitCode").asInt()).isEqualTo(3);
    assertThat(json.get("errors").get(0).get("message").asText()).startsWith("boom");
  }
}
