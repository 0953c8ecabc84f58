package dev.autoheal.cli;

import static java.util.Comparator.naturalOrder;

import dev.autoheal.files.IoErrors;
import dev.autoheal.finding.Severity;
import dev.autoheal.project.OutputPath;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.PatchReport;
import dev.autoheal.report.ReportInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Writes the reports that the command line requests. Text goes to standard output unless another
 * report does.
 */
final class ReportOptions {
  private final Console console;
  private final List<ReportTarget<ReportFormat>> sinks;

  private ReportOptions(Console console, List<ReportTarget<ReportFormat>> sinks) {
    this.console = console;
    this.sinks = sinks;
  }

  /**
   * Reads the values of {@code --report}.
   *
   * @throws UsageException if a format is unknown, a file is a folder, or two reports have the same
   *     destination
   */
  static ReportOptions of(ParseResult arguments, Console console)
      throws IOException, UsageException {
    List<ReportTarget<ReportFormat>> sinks = new ArrayList<>();
    List<String> requests = arguments.matchedOptionValue("--report", List.of());
    for (String request : requests) {
      sinks.add(ReportTarget.of(request, ReportFormat.class, console));
    }
    long onOutput = sinks.stream().filter(sink -> sink.file().isEmpty()).count();
    if (onOutput > 1) {
      throw new UsageException(
          "two reports for standard output; add a file to one: --report FORMAT=FILE");
    }
    if (sinks.stream().map(ReportTarget::file).distinct().count() < sinks.size()) {
      throw new UsageException("two reports for one file; use different files");
    }
    if (onOutput == 0) {
      sinks.add(new ReportTarget<>(ReportFormat.TEXT, Optional.empty()));
    }
    return new ReportOptions(console, sinks);
  }

  /**
   * Returns the data that a run must compute for the reports.
   *
   * @param shown the lowest severity of the findings that the text report shows
   */
  ReportNeeds needs(Severity shown) {
    return new ReportNeeds(
        sinks.stream().flatMap(sink -> sink.format().excerpts(shown).stream()).min(naturalOrder()),
        sinks.stream().anyMatch(sink -> sink.format().needsSections()),
        sinks.stream().anyMatch(sink -> sink.format().needsPreview()));
  }

  /**
   * Writes all reports. Standard output comes first, so that it is complete even when a file cannot
   * be written. The exception is for the first report that cannot be written, and those for other
   * reports are added as suppressed exceptions.
   */
  void write(ReportInput input) throws IOException {
    for (ReportTarget<ReportFormat> sink : sinks) {
      if (sink.file().isEmpty()) {
        sink.format().report().write(input, console.out());
        console.out().flush();
        if (sink.format() == ReportFormat.PATCH) {
          PatchReport.withheld(input.result())
              .forEach(note -> console.err().println("autoheal: " + note));
        }
      }
    }
    List<IOException> failures = new ArrayList<>();
    for (ReportTarget<ReportFormat> sink : sinks) {
      if (sink.file().isPresent()) {
        try {
          write(sink.format(), sink.file().get(), input.plain());
        } catch (IOException e) {
          failures.add(e);
        }
      }
    }
    if (!failures.isEmpty()) {
      IOException first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  private static void write(ReportFormat format, Path file, ReportInput input) throws IOException {
    try {
      OutputPath.write(file, out -> format.report().write(input, out));
    } catch (IOException e) {
      throw new IOException(
          "cannot write the %s report to %s: %s".formatted(format.word(), file, IoErrors.of(e)), e);
    }
  }
}
