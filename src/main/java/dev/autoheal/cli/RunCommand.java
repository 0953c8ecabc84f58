package dev.autoheal.cli;

import dev.autoheal.report.Outcome;
import dev.autoheal.report.TerminalText;
import dev.autoheal.report.TextReport;
import dev.autoheal.run.Options;
import dev.autoheal.run.Options.Mode;
import dev.autoheal.run.Progress;
import dev.autoheal.run.Run;
import dev.autoheal.run.RunResult;
import dev.autoheal.run.UsageException;
import dev.autoheal.text.Problem;
import dev.autoheal.text.Severity;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}, {@code diff} and {@code apply}: one run, three things to do with a difference. */
final class RunCommand implements Command {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Mode verb;

  RunCommand(Mode verb) {
    this.verb = verb;
  }

  @Override
  public CommandSpec spec() {
    return RunSpec.of(verb);
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws Exception {
    Reports reports = Reports.of(arguments, console);
    RunResult result;
    try {
      result = result(arguments, console);
    } catch (IOException | RuntimeException e) {
      RunResult failed =
          RunResult.failed(mode(arguments), RunResult.Failure.INTERNAL, Cli.message(e));
      reports.write(outcome(failed, arguments, console));
      throw e;
    }
    boolean colourErr = console.colours(color(arguments), console.errIsTerminal());
    for (Problem error : result.errors()) {
      console.err().print(TextReport.problem(error, colourErr));
    }
    reports.write(outcome(result, arguments, console));
    return code(result, arguments);
  }

  private Outcome outcome(RunResult result, ParseResult arguments, Console console) {
    boolean infos = threshold(arguments).filter(Severity.INFO::equals).isPresent();
    return new Outcome(
        result,
        RunSpec.name(verb),
        code(result, arguments).code(),
        Version.NUMBER,
        infos || arguments.matchedOptionValue("--verbose", false),
        console.colours(color(arguments), console.outIsTerminal()),
        true);
  }

  private ExitCode code(RunResult result, ParseResult arguments) {
    return ExitCode.of(result, threshold(arguments), mode(arguments).isShown());
  }

  private RunResult result(ParseResult arguments, Console console) throws IOException {
    try {
      return new Run(
              options(arguments, console),
              note -> console.err().println("autoheal: " + TerminalText.clean(note)),
              console.errIsTerminal() ? new ProgressLine(console.err()) : Progress.NONE)
          .run();
    } catch (UsageException e) {
      return RunResult.failed(mode(arguments), RunResult.Failure.USAGE, e.getMessage());
    }
  }

  private Options options(ParseResult arguments, Console console)
      throws IOException, UsageException {
    List<Path> paths = arguments.matchedPositionalValue(0, List.of(Path.of("")));
    if (mode(arguments) == Mode.CHECK && arguments.matchedOptionValue("--diff", false)) {
      throw new UsageException("--diff shows fixes; pass --fix or --unsafe-fixes with it");
    }
    Optional<Options.Input> input = Optional.empty();
    if (paths.contains(STANDARD_INPUT)) {
      if (paths.size() > 1) {
        throw new UsageException("- stands for standard input, and takes no other path beside it");
      }
      if (mode(arguments).isWritten()) {
        throw new UsageException("standard input cannot be rewritten; use diff, or --diff");
      }
      input = Optional.of(input(arguments, console.in()));
    }
    return new Options(
        mode(arguments),
        paths,
        console.current(),
        input,
        Optional.ofNullable(arguments.matchedOptionValue("--policy", null)),
        Optional.ofNullable(arguments.matchedOptionValue("--base-policy", null)),
        Optional.ofNullable(arguments.matchedOptionValue("--app", null)),
        arguments.matchedOptionValue("--today", LocalDate.now(ZoneOffset.UTC)),
        arguments.matchedOptionValue("--allow-no-files", false),
        arguments.matchedOptionValue("--create", false),
        arguments.matchedOptionValue("--rebuild", false),
        arguments.matchedOptionValue("--unsafe-fixes", false));
  }

  /** Of more than a web.config may hold only the size is kept. */
  private static Options.Input input(ParseResult arguments, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(SourceFile.SIZE_LIMIT);
    long more = in.transferTo(OutputStream.nullOutputStream());
    return new Options.Input(
        arguments.matchedOptionValue("--stdin-filename", Path.of("web.config")),
        new Tree.Content(bytes.length + more, bytes));
  }

  private Mode mode(ParseResult arguments) {
    if (verb == Mode.APPLY && arguments.matchedOptionValue("--dry-run", false)) {
      return Mode.DIFF;
    }
    boolean fix =
        arguments.matchedOptionValue("--fix", false)
            || arguments.matchedOptionValue("--unsafe-fixes", false);
    boolean shown = arguments.matchedOptionValue("--diff", false);
    return fix ? shown ? Mode.SHOW_FIXES : Mode.FIX : verb;
  }

  private static String color(ParseResult arguments) {
    return arguments
        .matchedOptionValue("--color", RunSpec.Color.AUTO)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  /** Empty for {@code never}. */
  private static Optional<Severity> threshold(ParseResult arguments) {
    return arguments.matchedOptionValue("--fail-on", RunSpec.FailOn.ERROR).severity();
  }
}
