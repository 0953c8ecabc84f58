package dev.autoheal.cli;

import dev.autoheal.project.OutputPath;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.TextStyle;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A value of {@code --report}: a format and where the report goes.
 *
 * @param file the absolute path of the file; empty for standard output
 */
record ReportTarget<F extends Enum<F>>(F format, Optional<Path> file) {
  /**
   * Reads {@code FORMAT[=FILE]}, with the format in any letter case. The file {@code -} is standard
   * output.
   *
   * @throws UsageException if the format is unknown, or the file is a folder or a link
   */
  static <F extends Enum<F>> ReportTarget<F> of(String request, Class<F> formats, Console console)
      throws IOException, UsageException {
    int equals = request.indexOf('=');
    String word = equals < 0 ? request : request.substring(0, equals);
    for (F format : formats.getEnumConstants()) {
      if (format.name().equalsIgnoreCase(word)) {
        boolean isOutput = equals < 0 || request.endsWith("=-");
        return new ReportTarget<>(
            format,
            isOutput
                ? Optional.empty()
                : Optional.of(file(request.substring(equals + 1), console)));
      }
    }
    List<String> words = Converters.words(formats);
    throw new UsageException(
        "unknown report format %s; %s"
            .formatted(
                Quoted.literal(word),
                Spelling.nearest(word, words)
                    .map("did you mean '%s'?"::formatted)
                    .orElse("see --help for all formats")));
  }

  private static Path file(String name, Console console) throws IOException, UsageException {
    Path file = OutputPath.of(name, console.current());
    if (name.isEmpty() || Files.isDirectory(file)) {
      throw new UsageException("expected a file for the report, got the folder %s".formatted(file));
    }
    return file;
  }

  /**
   * Builds the option of a command that writes one report, with the alias {@code --format}.
   *
   * @param formats the formats; the first is the default
   */
  static <F extends Enum<F>> OptionSpec option(Class<F> formats) {
    List<String> words = Converters.words(formats);
    return OptionSpec.builder("--report", "--format")
        .paramLabel("FORMAT[=FILE]")
        .type(String.class)
        .completionCandidates(words)
        .description(
            "Write the report to FILE or standard output: %s (default), %s."
                .formatted(words.get(0), String.join(", ", words.subList(1, words.size()))))
        .build();
  }

  /** Writes the only report of a command, without color and in lines of any length to a file. */
  void write(Console console, String color, Content content) throws IOException {
    if (file.isPresent()) {
      OutputPath.write(file.get(), out -> content.writeTo(out, TextStyle.PLAIN));
    } else {
      content.writeTo(console.out(), console.style(color));
    }
  }

  /** The content of a report. */
  @FunctionalInterface
  interface Content {
    /** Writes it to a stream, which is left open. */
    void writeTo(OutputStream out, TextStyle style) throws IOException;
  }
}
