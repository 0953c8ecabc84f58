package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.autoheal.MessageForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Calls the program like a shell, in one folder. Asserts what every call must satisfy: valid
 * reports, no commands to a terminal or a CI runner, no stack trace without {@code --debug}, and
 * messages of the form that {@link MessageForm} checks.
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

  /** The result of a call. */
  public record Result(int exit, byte[] out, String err) {
    /** Returns standard output as text. */
    public String text() {
      return new String(out, UTF_8);
    }

    JsonNode json() {
      return ReportSchema.validated(out);
    }
  }

  /** Returns a shell without a terminal, with an empty standard input and environment. */
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

  /** Returns the names of all report formats. */
  public static List<String> formats() {
    return Stream.of(ReportFormat.values()).map(ReportFormat::word).toList();
  }

  /** Parses a command line without running it. Returns the usage error, or an empty string. */
  public static String usageError(String... arguments) {
    CommandLine line = new CommandLine(new RootSpec().whole()).setExpandAtFiles(false);
    try {
      line.parseArgs(arguments);
      return "";
    } catch (ParameterException e) {
      return e.getMessage();
    }
  }

  /** Calls the program without checking its streams. */
  public static int run(Path folder, OutputStream out, OutputStream err, String... arguments) {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            folder,
            Map.of(),
            false,
            false);
    return new CommandRunner(console).run(arguments);
  }

  /** Calls the program and checks its streams. */
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
    int exit = new CommandRunner(console).run(arguments);
    Result result = new Result(exit, out.toByteArray(), err.toString(UTF_8).replace("\r\n", "\n"));
    examine(result, List.of(arguments));
    return result;
  }

  private void examine(Result result, List<String> arguments) {
    assertThat(result.exit).isBetween(0, 3);
    if (!arguments.contains("--debug")) {
      assertThat(result.err).doesNotContain("\tat ").doesNotContain("Exception");
    }
    String format = value("--report", arguments);
    String text = result.out.length == 0 ? "" : Receiver.examined(format, result.out);
    boolean color = String.join(" ", arguments).toLowerCase(Locale.ROOT).contains("always");
    examineStream(text, color || outIsTerminal);
    examineStream(result.err, color || errIsTerminal);
    if (!color && !outIsTerminal && !errIsTerminal) {
      MessageForm.assertOutput(format.equals("text") || format.isEmpty() ? text : "");
      MessageForm.assertOutput(result.err);
    }
    if (result.out.length > 0) {
      examineExit(format, result);
    }
    if (arguments.indexOf("show") == 0 && result.out.length > 0) {
      examineShown(value("--format", arguments), result);
    }
    arguments.stream().filter(a -> a.startsWith("json=")).forEach(this::examineFile);
  }

  /** Asserts that the text contains no commands to a terminal or a CI runner. */
  private static void examineStream(String text, boolean colorsAllowed) {
    assertThat(Unsafe.in(text, colorsAllowed)).isEmpty();
    assertThat(RunnerLog.commands(text.getBytes(UTF_8))).isEmpty();
    assertThat(AgentLog.commands(text)).isEmpty();
  }

  private static void examineExit(String format, Result result) {
    if (format.equals("json")) {
      assertThat(result.json().get("exitCode").asInt()).isEqualTo(result.exit);
    }
    if (format.equals("sarif")) {
      assertThat(SarifSchema.validated(result.out).at("/invocations/0/exitCode").asInt())
          .isEqualTo(result.exit);
    }
  }

  private static void examineShown(String format, Result result) {
    switch (format) {
      case "json" -> assertThat(ReportSchema.parsed(result.out).get("files")).isNotNull();
      case "csv" -> Csv.examined(result.text());
      case "markdown" -> MarkdownPageReader.examinedTable(result.text());
      default -> {}
    }
  }

  /** Returns the value of an option, or an empty string. */
  private static String value(String option, List<String> arguments) {
    int at = arguments.indexOf(option);
    return at < 0 || at + 1 == arguments.size() ? "" : arguments.get(at + 1);
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
