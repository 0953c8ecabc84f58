package dev.autoheal.cli;

import dev.autoheal.change.Rewrite;
import dev.autoheal.files.FileTree;
import dev.autoheal.lint.LintOptions;
import dev.autoheal.lint.Mode;
import dev.autoheal.lint.Task;
import dev.autoheal.project.FileSelection;
import dev.autoheal.project.FileSelection.StandardInput;
import dev.autoheal.project.PolicyOptions;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.project.UsageException;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Reads the options of a run from a command line. An option that a command does not have keeps its
 * default.
 */
final class LintArguments {
  private static final Path STANDARD_INPUT = Path.of("-");

  private LintArguments() {}

  /**
   * Returns the options of a run.
   *
   * @throws IOException if standard input cannot be read
   * @throws UsageException if options contradict each other
   */
  static LintOptions of(Mode mode, ReportNeeds needs, ParseResult arguments, Console console)
      throws IOException, UsageException {
    List<Path> paths = paths(arguments);
    for (String option : List.of("--unsafe-fixes", "--diff")) {
      if (mode == Mode.CHECK && arguments.matchedOptionValue(option, false)) {
        throw new UsageException("missing --fix, which %s needs; add it".formatted(option));
      }
    }
    boolean isDiscarding = arguments.matchedOptionValue("--discard", false);
    if (isDiscarding && !arguments.matchedOptionValue("--rebuild", false)) {
      throw new UsageException("missing --rebuild, which --discard needs; add it");
    }
    Optional<StandardInput> input = Optional.empty();
    if (paths.contains(STANDARD_INPUT)) {
      if (paths.size() > 1) {
        throw new UsageException("unexpected path next to - (standard input); remove one of them");
      }
      if (mode.isWritten()) {
        throw new UsageException("cannot rewrite standard input; use diff or --diff");
      }
      input = Optional.of(input(arguments, console.in()));
    }
    return new LintOptions(
        new FileSelection(
            paths,
            console.current(),
            input,
            arguments.matchedOptionValue("--allow-no-files", false)),
        new PolicyOptions(
            Optional.ofNullable(arguments.matchedOptionValue("--policy", null)),
            Optional.ofNullable(arguments.matchedOptionValue("--base-policy", null)),
            Optional.ofNullable(arguments.matchedOptionValue("--app", null))),
        task(mode, arguments),
        arguments.matchedOptionValue("--today", LocalDate.now(ZoneOffset.UTC)),
        needs);
  }

  private static Task task(Mode mode, ParseResult arguments) {
    return switch (mode) {
      case CHECK, REVIEW -> Task.check(arguments.matchedOptionValue("--transform", List.of()));
      case SHOW_FIXES, FIX ->
          Task.fix(arguments.matchedOptionValue("--unsafe-fixes", false), mode.isWritten());
      case DIFF, APPLY ->
          Task.apply(
              arguments.matchedOptionValue("--create", false),
              rebuild(arguments),
              mode.isWritten());
    };
  }

  private static Rewrite.Rebuild rebuild(ParseResult arguments) {
    if (!arguments.matchedOptionValue("--rebuild", false)) {
      return Rewrite.Rebuild.NOT;
    }
    return arguments.matchedOptionValue("--discard", false)
        ? Rewrite.Rebuild.DISCARDING
        : Rewrite.Rebuild.KEEPING;
  }

  /**
   * Reads standard input. If it has more bytes than a web.config may have, only their number is
   * kept.
   */
  private static StandardInput input(ParseResult arguments, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(SourceFile.SIZE_LIMIT);
    long more = in.transferTo(OutputStream.nullOutputStream());
    return new StandardInput(
        arguments.matchedOptionValue("--stdin-filename", Path.of("web.config")),
        new FileTree.Content(bytes.length + more, bytes));
  }

  /** Returns the value of {@code --color} in lower case, {@code auto} by default. */
  static String color(ParseResult arguments) {
    return arguments
        .matchedOptionValue("--color", LintOptionSpecs.Color.AUTO)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the files and folders of the command line, or the current folder when it names none.
   */
  static List<Path> paths(ParseResult arguments) {
    return arguments.matchedPositionalValue(0, List.of(Path.of("")));
  }
}
