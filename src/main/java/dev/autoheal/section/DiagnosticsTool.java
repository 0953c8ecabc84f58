package dev.autoheal.section;

import dev.autoheal.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows the names of the tools that {@code DaasConsole.exe} and {@code DiagLauncher.exe} start. */
final class DiagnosticsTool {
  static final String MEMORY_DUMP = "MemoryDump";

  private static final List<String> NAMES =
      List.of(
          MEMORY_DUMP,
          "Profiler",
          "Profiler with Thread Stacks",
          "Profiler with CPU Stacks",
          "JAVA Thread Dump",
          "JAVA Flight Recorder",
          "JAVA Memory Dump");

  /** The names in lower case that {@code DaasConsole.exe} maps to those of today. */
  private static final Map<String, String> FORMER =
      Map.of(
          "memory dump", MEMORY_DUMP,
          "memorydump", MEMORY_DUMP,
          "clr profiler", "Profiler",
          "clr profiler with thread stacks", "Profiler with Thread Stacks",
          "clr profiler cpustacks", "Profiler with CPU Stacks");

  private static final List<String> KNOWN =
      Stream.concat(NAMES.stream(), FORMER.keySet().stream().sorted()).toList();

  private DiagnosticsTool() {}

  /** Returns whether a name is one of today, which are compared exactly. */
  static boolean isName(String text) {
    return NAMES.contains(text);
  }

  /** Returns today's name for a name or a former name; empty if it is neither. */
  static Optional<String> current(String text) {
    return isName(text)
        ? Optional.of(text)
        : Optional.ofNullable(FORMER.get(text.toLowerCase(Locale.ROOT)));
  }

  /**
   * Returns what is wrong with a name, and what to write instead.
   *
   * @param words the arguments where one name was expected
   */
  static String problem(List<String> words, CommandLine line) {
    String all = String.join(" ", words);
    String bare = CommandLine.withoutOtherQuotes(all);
    if (bare.equalsIgnoreCase("PHP Process Report")) {
      return "tool %s no longer exists; use 'MemoryDump', for example".formatted(line.shown(all));
    }
    Optional<String> meant = current(bare);
    if (!bare.equals(all)) {
      return "invalid quotes in %s; use %s"
          .formatted(line.shown(all), meant.map(DiagnosticsTool::written).orElse("double quotes"));
    } else if (words.size() > 1 && meant.isPresent()) {
      return "missing quotes around %s; use %s".formatted(line.shown(all), written(meant.get()));
    }
    Optional<String> near = Spelling.nearest(all, KNOWN).flatMap(DiagnosticsTool::current);
    return near.map(
            name -> "unknown tool %s; did you mean %s?".formatted(line.shown(all), written(name)))
        .orElseGet(
            () ->
                "unknown tool %s; use 'MemoryDump', for example"
                    .formatted(line.shown(words.get(words.size() - 1))));
  }

  /** Returns a name as it is written on a command line. */
  private static String written(String name) {
    return name.indexOf(' ') < 0 ? "'" + name + "'" : "'\"" + name + "\"'";
  }
}
