package dev.autoheal.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lays out the help of all commands in the same way. */
final class HelpLayout {
  private HelpLayout() {}

  /**
   * The description of a command in its help.
   *
   * @param summary one sentence
   * @param examples command lines
   */
  record Text(String summary, String... examples) {}

  /**
   * Adds the summary, then the examples, then the synopsis.
   *
   * @param synopsis the command line without {@code autoheal}
   */
  static void head(CommandSpec spec, String synopsis, Text text) {
    String examples =
        Arrays.stream(text.examples())
            .map(example -> "  " + example + "%n")
            .collect(Collectors.joining("", "Examples:%n", "%n"));
    spec.usageMessage()
        .header(text.summary())
        .synopsisHeading("%n" + examples + "Usage: ")
        .customSynopsis("autoheal " + synopsis)
        .parameterListHeading("%nPaths:%n");
  }

  /** Adds the list of exit codes. */
  static void exitCodes(CommandSpec spec) {
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.list());
  }

  /** Adds a titled group of options, in the given order. */
  static void group(CommandSpec spec, String title, OptionSpec... options) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading("%n" + title + ":%n").exclusive(false).multiplicity("0..1");
    int order = spec.argGroups().size() * 100;
    group.order(order);
    for (OptionSpec option : options) {
      group.addArg(option.toBuilder().order(order++).build());
    }
    spec.addArgGroup(group.build());
  }

  /** Adds the options that every command has, and the exit codes. */
  static void common(CommandSpec spec) {
    group(
        spec,
        "General",
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build(),
        CommandRunner.flag("--debug", "Show the stack trace of a failure."));
    exitCodes(spec);
  }
}
