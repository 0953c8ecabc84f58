package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Calls the program as a shell would, in one folder. What must be true of every call is asserted
 * here: valid JSON, nothing on a stream that a terminal obeys, no stack trace unasked.
 */
public final class Shell {
  private final Path folder;
  private final Map<String, String> environment;
  private final byte[] input;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;

  private Shell(
      Path folder, Map<String, String> environment, byte[] input, boolean out, boolean err) {
    this.folder = folder;
    this.environment = environment;
    this.input = input;
    this.outIsTerminal = out;
    this.errIsTerminal = err;
  }

  /** What a call came to. */
  public record Result(int exit, byte[] out, String err) {
    /** Standard output as text. */
    public String text() {
      return new String(out, UTF_8);
    }

    JsonNode json() {
      return ReportSchema.validated(out);
    }
  }

  /** Neither stream is a terminal, standard input and the environment are empty. */
  public static Shell in(Path folder) {
    return new Shell(folder, Map.of(), new byte[0], false, false);
  }

  Shell with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Shell(folder, more, input, outIsTerminal, errIsTerminal);
  }

  Shell reading(byte[] bytes) {
    return new Shell(folder, environment, bytes, outIsTerminal, errIsTerminal);
  }

  Shell onTerminals(boolean out, boolean err) {
    return new Shell(folder, environment, input, out, err);
  }

  /** One call. */
  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, true, UTF_8),
            folder.toAbsolutePath(),
            environment,
            outIsTerminal,
            errIsTerminal);
    int exit = new Cli(console).run(arguments);
    Result result = new Result(exit, out.toByteArray(), err.toString(UTF_8).replace("\r\n", "\n"));
    examine(result, List.of(arguments));
    return result;
  }

  private void examine(Result result, List<String> arguments) {
    assertThat(result.exit).isBetween(0, 3);
    boolean colour = String.join(" ", arguments).toLowerCase(Locale.ROOT).contains("always");
    String text = result.text();
    if (reportOnOutput(arguments).equals("github")) {
      text = RunnerLog.examined(text);
    }
    assertThat(Unsafe.in(text, colour || outIsTerminal)).isEmpty();
    assertThat(Unsafe.in(result.err, colour || errIsTerminal)).isEmpty();
    if (!arguments.contains("--debug")) {
      assertThat(result.err).doesNotContain("\tat ").doesNotContain("Exception");
    }
    if (reportOnOutput(arguments).equals("json") && result.out.length > 0) {
      assertThat(result.json().get("exitCode").asInt()).isEqualTo(result.exit);
    }
    if (reportOnOutput(arguments).equals("sarif") && result.out.length > 0) {
      assertThat(SarifSchema.validated(result.out).at("/invocations/0/exitCode").asInt())
          .isEqualTo(result.exit);
    }
    if (reportOnOutput(arguments).equals("markdown") && result.out.length > 0) {
      MarkdownPageReader.examined(result.text());
    }
    arguments.stream().filter(a -> a.startsWith("json=")).forEach(this::examineFile);
  }

  /** The format that was asked for; empty for the text that is written unasked. */
  private static String reportOnOutput(List<String> arguments) {
    int option = arguments.indexOf("--report");
    return option < 0 || option + 1 == arguments.size() ? "" : arguments.get(option + 1);
  }

  private void examineFile(String request) {
    Path file = folder.resolve(request.substring("json=".length()));
    try {
      if (Files.isRegularFile(file)) {
        ReportSchema.validated(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
