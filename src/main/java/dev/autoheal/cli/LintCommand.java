package dev.autoheal.cli;

import dev.autoheal.finding.Problem;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.LintOptions;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Linter;
import dev.autoheal.lint.Mode;
import dev.autoheal.lint.Progress;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.TextReport;
import dev.autoheal.report.TextStyle;
import dev.autoheal.report.Verbosity;
import dev.autoheal.review.Review;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Runs {@code check}, {@code diff}, {@code apply} or {@code review}. The first three run the linter
 * once and differ in what they do with a difference. The last one compares two revisions.
 */
final class LintCommand implements Command {
  private final Mode verb;

  /**
   * Creates the command of a mode.
   *
   * @param verb the mode that has the name of the command
   */
  LintCommand(Mode verb) {
    this.verb = verb;
  }

  @Override
  public CommandSpec spec() {
    return LintOptionSpecs.of(verb);
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws Exception {
    ReportOptions reports = ReportOptions.of(arguments, console);
    Consumer<String> notes = note -> console.err().println("autoheal: " + TextReport.shown(note));
    LintResult result;
    try {
      LintOptions options =
          LintArguments.of(mode(arguments), reports.needs(shown(arguments)), arguments, console);
      result =
          verb == Mode.REVIEW
              ? new Review(range(arguments), options, notes).run()
              : new Linter(options, notes, progress(console)).run(file -> {});
    } catch (UsageException e) {
      result = LintResult.failed(mode(arguments), LintResult.Failure.USAGE, e.getMessage());
    } catch (IOException | RuntimeException e) {
      LintResult failed =
          LintResult.failed(mode(arguments), LintResult.Failure.INTERNAL, CommandRunner.message(e));
      try {
        reports.write(input(failed, arguments, console));
      } catch (IOException unwritten) {
        e.addSuppressed(unwritten);
      }
      throw e;
    }
    TextStyle style = console.errorStyle(LintArguments.color(arguments));
    for (Problem error : result.errors()) {
      console.err().print(TextReport.problem(error, style));
    }
    reports.write(input(result, arguments, console));
    return code(result, arguments);
  }

  private ReportInput input(LintResult result, ParseResult arguments, Console console) {
    return new ReportInput(
        result,
        LintOptionSpecs.name(verb),
        code(result, arguments).code(),
        verbosity(arguments),
        console.style(LintArguments.color(arguments)),
        arguments.matchedOptionValue("--all", false),
        true);
  }

  /**
   * Returns the lowest severity of the findings that the text report shows. A review shows only
   * some of them, but matches all by their source line.
   */
  private Severity shown(ParseResult arguments) {
    return verb == Mode.REVIEW || isVerbose(arguments) ? Severity.INFO : Severity.WARNING;
  }

  private static Verbosity verbosity(ParseResult arguments) {
    return isVerbose(arguments)
        ? Verbosity.VERBOSE
        : arguments.matchedOptionValue("--quiet", false) ? Verbosity.QUIET : Verbosity.NORMAL;
  }

  private static boolean isVerbose(ParseResult arguments) {
    return threshold(arguments).filter(Severity.INFO::equals).isPresent()
        || arguments.matchedOptionValue("--verbose", false);
  }

  private ExitCode code(LintResult result, ParseResult arguments) {
    boolean onlyNew = verb == Mode.REVIEW && !arguments.matchedOptionValue("--all", false);
    return onlyNew
        ? ExitCode.ofNew(result, threshold(arguments))
        : ExitCode.of(result, threshold(arguments), mode(arguments).isShown());
  }

  private static Progress progress(Console console) {
    return console.errIsTerminal() ? new ProgressLine(console.err()) : Progress.NONE;
  }

  private static Review.Request range(ParseResult arguments) throws UsageException {
    Optional<String> head = Optional.ofNullable(arguments.matchedOptionValue("--head", null));
    boolean staged = arguments.matchedOptionValue("--staged", false);
    if (staged && head.isPresent()) {
      throw new UsageException("unexpected --staged next to --head; remove one of them");
    }
    String base = arguments.matchedOptionValue("--base", "");
    if (base.isEmpty()) {
      throw new UsageException("missing --base; add the target branch, e.g. --base origin/main");
    }
    return new Review.Request(base, head, staged);
  }

  private Mode mode(ParseResult arguments) {
    if (verb == Mode.APPLY && arguments.matchedOptionValue("--dry-run", false)) {
      return Mode.DIFF;
    }
    if (!arguments.matchedOptionValue("--fix", false)) {
      return verb;
    }
    return arguments.matchedOptionValue("--diff", false) ? Mode.SHOW_FIXES : Mode.FIX;
  }

  /** Returns the severity of {@code --fail-on}; empty for {@code never}. */
  private static Optional<Severity> threshold(ParseResult arguments) {
    return arguments.matchedOptionValue("--fail-on", LintOptionSpecs.FailOn.ERROR).severity();
  }
}
