package dev.autoheal.section;

import dev.autoheal.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads arguments as {@code DaasConsole.exe} does. Its options begin with {@code -} or {@code /},
 * in any letter case. For anything else it prints its usage and exits. The tool is the last
 * argument before the next option or number.
 */
final class DaasConsoleReader {
  private static final List<String> SESSIONS =
      List.of(DiagnosticsCommand.RESTARTING, "CollectLogs", "Troubleshoot");

  /** The options that collect nothing, in lower case. */
  private static final List<String> OTHERS =
      List.of("listsessions", "listdiagnosers", "help", "allinstances", "blobsasuri");

  private final CommandLine line;

  private DaasConsoleReader(CommandLine line) {
    this.line = line;
  }

  /** Returns the command as the program reads it. */
  static DiagnosticsCommand read(CommandLine line) {
    return new DaasConsoleReader(line).read();
  }

  private DiagnosticsCommand read() {
    List<String> arguments = line.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String name = argument.isEmpty() ? "" : argument.substring(1);
      if (CommandLine.hasVariable(argument)) {
        return DiagnosticsCommand.undecided(DiagnosticsCommand.CONSOLE);
      } else if (!isOption(argument)) {
        return wrong(notAnOption(argument));
      } else if (SESSIONS.stream().anyMatch(name::equalsIgnoreCase)) {
        return session(argument, tool(arguments.subList(i + 1, arguments.size())));
      } else if (!OTHERS.contains(name.toLowerCase(Locale.ROOT))) {
        return wrong(unknownOption(argument, name));
      }
    }
    return wrong(
        arguments.isEmpty()
            ? "missing arguments of DaasConsole.exe; add '-CollectKillAnalyze MemoryDump', for example"
            : "%s collects nothing; use '-CollectKillAnalyze MemoryDump', for example"
                .formatted(line.shown(arguments.get(0))));
  }

  private static boolean isOption(String argument) {
    return argument.startsWith("-") || argument.startsWith("/");
  }

  private static DiagnosticsCommand wrong(String problem) {
    return DiagnosticsCommand.wrong(DiagnosticsCommand.CONSOLE, Optional.empty(), problem);
  }

  private String notAnOption(String argument) {
    return CommandLine.isTypographicOption(argument)
        ? "invalid dash in %s; start the option with '-'".formatted(line.shown(argument))
        : "expected an option, got %s; start with '-CollectKillAnalyze'"
            .formatted(line.shown(argument));
  }

  private String unknownOption(String argument, String name) {
    return "unknown option %s; ".formatted(line.shown(argument))
        + Spelling.nearest(name, SESSIONS)
            .map("did you mean '-%s'?"::formatted)
            .orElse("use '-CollectKillAnalyze'");
  }

  /** Returns the arguments that the program reads as names of tools; the last one counts. */
  private static List<String> tool(List<String> arguments) {
    int end = 0;
    while (end < arguments.size()
        && !isOption(arguments.get(end))
        && !arguments.get(end).matches("\\d+")) {
      end++;
    }
    return arguments.subList(0, end);
  }

  private DiagnosticsCommand session(String option, List<String> words) {
    String seen = words.isEmpty() ? "" : words.get(words.size() - 1);
    Optional<String> tool = DiagnosticsTool.current(seen);
    if (tool.isPresent() || CommandLine.hasVariable(seen)) {
      return DiagnosticsCommand.right(DiagnosticsCommand.CONSOLE, option, tool);
    }
    return DiagnosticsCommand.wrong(
        DiagnosticsCommand.CONSOLE,
        Optional.of(option),
        seen.isBlank()
            ? "missing tool name after %s; add 'MemoryDump', for example"
                .formatted(line.shown(option))
            : DiagnosticsTool.problem(words, line));
  }
}
