package dev.autoheal.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the help of all commands has in common. */
final class HelpLayout {
  private HelpLayout() {}

  /**
   * What a command says of itself.
   *
   * @param summary one sentence
   * @param examples command lines
   */
  record Text(String summary, String... examples) {}

  /** Examples first, then the synopsis, then what the command does. */
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

  static void exitCodes(CommandSpec spec) {
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.list());
  }

  /** A titled group of options, in the order given. */
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

  /** The options of every command. */
  static void common(CommandSpec spec) {
    group(
        spec,
        "General",
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build(),
        CommandRunner.flag("--debug", "Show the stack trace of a failure."));
    exitCodes(spec);
  }
}
