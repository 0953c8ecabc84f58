package dev.autoheal.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lays out the help of all commands in the same way. */
final class HelpLayout {
  private static final int WIDTH = 80;

  /** The smallest width that picocli accepts. */
  private static final int LEAST_WIDTH = 55;

  private HelpLayout() {}

  /** Returns the number of columns of help for a terminal with that many. */
  static int width(int columns) {
    return Math.max(LEAST_WIDTH, Math.min(WIDTH, columns));
  }

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
        .parameterListHeading("%n%s:%n".formatted(synopsis.contains("PATH") ? "Paths" : "Name"));
  }

  /** Adds what the exit codes 0, 1, 2 and 3 mean; an empty meaning leaves a code out. */
  static void exitCodes(CommandSpec spec, String... meanings) {
    Map<String, String> list = new LinkedHashMap<>();
    for (int code = 0; code < meanings.length; code++) {
      if (!meanings[code].isEmpty()) {
        list.put(Integer.toString(code), meanings[code]);
      }
    }
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(list);
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

  /**
   * Adds the options that every command has, and the exit codes.
   *
   * @param success when the exit code is 0
   * @param findings when it is 1; empty if the command never ends with it
   * @param usage when it is 2
   */
  static void common(CommandSpec spec, String success, String findings, String usage) {
    group(
        spec,
        "General",
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build(),
        CommandRunner.flag("Show the stack trace of a failure.", "--debug"));
    exitCodes(spec, success, findings, usage, "Internal or I/O error.");
  }
}
