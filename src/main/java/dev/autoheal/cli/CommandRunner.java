package dev.autoheal.cli;

import dev.autoheal.files.IoErrors;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.TerminalText;
import dev.autoheal.report.TextReport;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command line: it builds only the command that was typed, and turns exceptions into
 * messages.
 */
final class CommandRunner {
  private final Console console;

  /** Creates a runner for one call of the program. */
  public CommandRunner(Console console) {
    this.console = console;
  }

  /**
   * Runs one command line and returns the exit code. It is 3 if standard output cannot be written.
   */
  public int run(String... args) {
    boolean debug = List.of(args).contains("--debug");
    int code;
    try {
      code = execute(args).code();
    } catch (ParameterException e) {
      code = usage(e, List.of(args));
    } catch (UsageException | InvalidPathException e) {
      code = fail(ExitCode.USAGE, e, debug);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      code = fail(ExitCode.FAILURE, e, debug);
    }
    console.out().flush();
    if (console.out().checkError() && code != ExitCode.FAILURE.code()) {
      return fail(ExitCode.FAILURE, new IOException("cannot write standard output"), debug);
    }
    return code;
  }

  private ExitCode execute(String[] typed) throws Exception {
    String[] args = asOptions(typed);
    Optional<Command> command = args.length == 0 ? Optional.empty() : Commands.find(args[0]);
    if (command.isEmpty()) {
      return withoutCommand(args);
    }
    // As a command of the program, it would need two command lines, which take time to make.
    CommandLine line = commandLine(command.get().spec().name("autoheal " + args[0]));
    ParseResult parsed = line.parseArgs(Arrays.copyOfRange(args, 1, args.length));
    if (parsed.isUsageHelpRequested()) {
      line.usage(console.out(), ansi());
      return ExitCode.OK;
    }
    return command.get().run(parsed, console);
  }

  /** Replaces the words {@code help} and {@code version} by the options that they mean. */
  private static String[] asOptions(String[] args) {
    String first = args.length == 0 ? "" : args[0];
    if (first.equals("version")) {
      return new String[] {"--version"};
    }
    if (!first.equals("help")) {
      return args;
    }
    return args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"};
  }

  /** Prints the help or the version, or throws because the command is missing or unknown. */
  private ExitCode withoutCommand(String[] args) {
    CommandLine line = commandLine(new RootSpec().whole());
    // With --help picocli would accept a command that does not exist.
    if (args.length > 0 && !args[0].startsWith("-")) {
      throw new UnmatchedArgumentException(line, List.of(args[0]));
    }
    ParseResult parsed = line.parseArgs(args);
    if (parsed.isVersionHelpRequested()) {
      line.printVersionHelp(console.out(), ansi());
      return ExitCode.OK;
    }
    if (parsed.isUsageHelpRequested()) {
      line.usage(console.out(), ansi());
      return ExitCode.OK;
    }
    line.usage(console.err(), ansi());
    return ExitCode.USAGE;
  }

  private Ansi ansi() {
    return console.isColored("auto", console.outIsTerminal()) ? Ansi.ON : Ansi.OFF;
  }

  private CommandLine commandLine(CommandSpec spec) {
    CommandLine line = new CommandLine(spec);
    line.setExpandAtFiles(false);
    // A branch may be called -q.
    line.setAllowOptionsAsOptionParameters(true);
    line.setUsageHelpWidth(HelpLayout.width(console.columns()));
    return line;
  }

  private int usage(ParameterException e, List<String> args) {
    PrintWriter err = new PrintWriter(console.err(), false, StandardCharsets.UTF_8);
    CommandLine line = e.getCommandLine();
    err.println("autoheal: " + TerminalText.clean(words(e, args)));
    err.println("Run `" + line.getCommandSpec().qualifiedName() + " --help` for usage.");
    err.flush();
    return ExitCode.USAGE.code();
  }

  /** Returns the command or option that was probably meant by a misspelled one. */
  private static Optional<String> suggestion(UnmatchedArgumentException e, List<String> args) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    List<String> known = new ArrayList<>(spec.subcommands().keySet());
    spec.options().forEach(option -> known.add(option.longestName()));
    String typed = e.getUnmatched().get(0).replaceFirst("=.*", "");
    if (typed.equals("--format") && known.contains("--report")) {
      return Optional.of("--report" + format(args));
    }
    return isProgram(spec) || e.isUnknownOption()
        ? Spelling.nearest(typed, known)
        : Optional.empty();
  }

  /** Returns the known format that {@code --format} names, after a space; else nothing. */
  private static String format(List<String> args) {
    String line = " " + String.join(" ", args) + " ";
    return Converters.words(ReportFormat.class).stream()
        .filter(word -> line.matches("(?s).* --format[ =]" + word + " .*"))
        .map(word -> " " + word)
        .findFirst()
        .orElse("");
  }

  /** Returns whether this is the whole program, not one of its commands. */
  private static boolean isProgram(CommandSpec spec) {
    return !spec.subcommands().isEmpty();
  }

  /**
   * Returns the error message. It replaces messages of picocli that are long or mention its
   * internals.
   */
  private static String words(ParameterException e, List<String> args) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String kind =
          unmatched.isUnknownOption()
              ? "unknown option "
              : isProgram(e.getCommandLine().getCommandSpec())
                  ? "unknown command "
                  : "unexpected argument ";
      return kind
          + Quoted.literal(unmatched.getUnmatched().get(0))
          + suggestion(unmatched, args).map("; did you mean '%s'?"::formatted).orElse("");
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      ArgSpec argument = missing.getMissing().get(0);
      return argument instanceof OptionSpec option
          ? "missing %s after %s".formatted(option.paramLabel(), option.longestName())
          : "missing " + argument.paramLabel();
    }
    if (e.getCause() instanceof TypeConversionException expected) {
      return "expected %s for %s, got %s"
          .formatted(
              expected.getMessage(),
              e.getArgSpec() instanceof OptionSpec option
                  ? option.longestName()
                  : e.getArgSpec().paramLabel(),
              Quoted.literal(e.getValue()));
    }
    return e instanceof MaxValuesExceededException
        ? "duplicate option; use each option once"
        : e.getMessage().replaceFirst("^Invalid", "invalid");
  }

  private int fail(ExitCode code, Throwable cause, boolean debug) {
    print(cause);
    if (debug) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().map(TextReport::shown).forEach(console.err()::println);
    } else if (cause instanceof RuntimeException || cause instanceof Error) {
      console.err().println("This is a bug in autoheal. Run again with --debug for details.");
    }
    return code.code();
  }

  /** Prints the message of an exception, and of those that came on top of it. */
  private void print(Throwable cause) {
    console.err().println("autoheal: " + TextReport.shown(message(cause)));
    for (Throwable further : cause.getSuppressed()) {
      print(further);
    }
  }

  /**
   * Returns a message for an exception: a file system error names its file, and any other error has
   * its own message or its class name.
   */
  static String message(Throwable cause) {
    if (cause instanceof FileSystemException e) {
      return "%s: %s".formatted(e.getFile(), IoErrors.of(e));
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** Builds an option that takes no value. */
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
        .type(boolean.class)
        .description(description)
        .build();
  }
}
