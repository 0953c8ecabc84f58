package dev.autoheal.section;

import dev.autoheal.text.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads arguments as {@code DiagLauncher.exe} does: {@code -m MODE -t TOOL} in any order, or {@code
 * --mode=MODE --tool=TOOL}. Options, modes and tools are compared exactly.
 */
final class DiagLauncherReader {
  private static final List<String> MODES =
      List.of(DiagnosticsCommand.RESTARTING, "CollectAndAnalyze", "Collect");
  private static final String MODE = "mode";
  private static final String TOOL = "tool";

  /** The long names of the options by their short ones. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "m", MODE,
          "t", TOOL,
          "p", "params",
          "s", "sessionId",
          "r", "remove",
          "d", "listdiagnosers",
          "l", "listsessions");

  private final CommandLine line;

  /** The arguments after each option, up to the next one. */
  private final Map<String, List<String>> values = new HashMap<>();

  private DiagLauncherReader(CommandLine line) {
    this.line = line;
  }

  /** Returns the command as the program reads it. */
  static DiagnosticsCommand read(CommandLine line) {
    DiagLauncherReader reader = new DiagLauncherReader(line);
    return reader
        .options()
        .map(problem -> wrong(Optional.empty(), problem))
        .orElseGet(reader::command);
  }

  private static DiagnosticsCommand wrong(Optional<String> mode, String problem) {
    return DiagnosticsCommand.wrong(DiagnosticsCommand.LAUNCHER, mode, problem);
  }

  /** Reads the options; returns what is wrong with one of them. */
  private Optional<String> options() {
    List<String> words = new ArrayList<>();
    for (String argument : line.arguments()) {
      if (argument.length() > 1 && argument.startsWith("-")) {
        Optional<String> option = option(argument);
        if (option.isEmpty()) {
          return Optional.of(unknownOption(argument));
        }
        words = new ArrayList<>();
        value(argument).ifPresent(words::add);
        values.put(option.get(), words);
      } else if (CommandLine.isTypographicOption(argument)) {
        return Optional.of(
            "invalid dash in %s; start the option with '-'".formatted(line.shown(argument)));
      } else if (values.isEmpty() && !CommandLine.hasVariable(argument)) {
        return Optional.of(
            "expected an option, got %s; use '-m CollectKillAnalyze -t MemoryDump'"
                .formatted(line.shown(argument)));
      } else {
        words.add(argument);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> option(String argument) {
    if (!argument.startsWith("--")) {
      return Optional.ofNullable(OPTIONS.get(argument.substring(1, 2)));
    }
    String name = argument.substring(2).replaceFirst("=.*", "");
    return Optional.of(name).filter(OPTIONS::containsValue);
  }

  private static Optional<String> value(String argument) {
    int start = argument.startsWith("--") ? argument.indexOf('=') + 1 : 2;
    return start == 0 || start >= argument.length()
        ? Optional.empty()
        : Optional.of(argument.substring(start));
  }

  private String unknownOption(String argument) {
    return "unknown option %s; ".formatted(line.shown(argument))
        + Spelling.nearest(argument, List.of(MODE, TOOL))
            .map("did you mean '--%s'?"::formatted)
            .orElse("use '-m CollectKillAnalyze -t MemoryDump'");
  }

  private DiagnosticsCommand command() {
    if (line.arguments().stream().anyMatch(CommandLine::hasVariable)) {
      return DiagnosticsCommand.undecided(DiagnosticsCommand.LAUNCHER);
    }
    List<String> tool = words(TOOL);
    return problem(words(MODE), tool)
        .map(problem -> wrong(words(MODE).stream().filter(MODES::contains).findFirst(), problem))
        .orElseGet(
            () ->
                DiagnosticsCommand.right(
                    DiagnosticsCommand.LAUNCHER, words(MODE).get(0), Optional.of(tool.get(0))));
  }

  /** Returns the value of an option; a number after it is ignored. */
  private List<String> words(String option) {
    return values.getOrDefault(option, List.of()).stream()
        .filter(word -> !word.isBlank() && !word.matches("\\d+"))
        .toList();
  }

  private Optional<String> problem(List<String> mode, List<String> tool) {
    if (mode.isEmpty()) {
      return Optional.of(
          tool.isEmpty()
              ? "missing mode and tool of DiagLauncher.exe; add '-m CollectKillAnalyze -t MemoryDump'"
              : "missing mode of DiagLauncher.exe; add '-m CollectKillAnalyze'");
    } else if (!MODES.contains(mode.get(0))) {
      return Optional.of(
          "unknown mode %s; ".formatted(line.shown(mode.get(0)))
              + Spelling.nearest(mode.get(0), MODES)
                  .map("did you mean '%s'?"::formatted)
                  .orElse("use 'CollectKillAnalyze'"));
    } else if (tool.isEmpty()) {
      return Optional.of("missing tool name; add '-t MemoryDump', for example");
    }
    return tool.size() == 1 && DiagnosticsTool.isName(tool.get(0))
        ? Optional.empty()
        : Optional.of(DiagnosticsTool.problem(tool, line));
  }
}
