package dev.autoheal.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a log like the Azure Pipelines agent. This is a port of its command parser, which finds
 * commands anywhere in a line and in any letter case, and of the formats that its web page shows.
 * Like {@link RunnerLog}, it drops characters that a culture-sensitive comparison may ignore.
 */
final class AgentLog {
  private static final String PREFIX = "##vso[";
  private static final Pattern FORMAT =
      Pattern.compile(
          "##\\[(group|endgroup|section|warning|error|debug|command)]", Pattern.CASE_INSENSITIVE);

  private AgentLog() {}

  /**
   * A command to the agent, or a format of the web page.
   *
   * @param name {@code task.setvariable} for example, or {@code [error]} for a format
   */
  record Command(String name, Map<String, String> properties, String data) {}

  /** Returns all commands and formats, in the order of the log. */
  static List<Command> commands(String log) {
    return RunnerLog.visible(log)
        .lines()
        .flatMap(line -> Stream.concat(command(line).stream(), formats(line).stream()))
        .toList();
  }

  private static Optional<Command> command(String line) {
    int start = line.toLowerCase(Locale.ROOT).indexOf(PREFIX);
    int end = start < 0 ? -1 : line.indexOf(']', start);
    if (end < 0) {
      return Optional.empty();
    }
    String[] info = line.substring(start + PREFIX.length(), end).split(" ", 2);
    String[] name = info[0].split("\\.", -1);
    if (name.length != 2 || name[0].isBlank() || name[1].isBlank()) {
      return Optional.empty();
    }
    Map<String, String> properties = new HashMap<>();
    for (String property : info.length < 2 ? new String[0] : info[1].split(";", -1)) {
      String[] pair = property.strip().split("=", 2);
      if (pair.length == 2) {
        properties.put(pair[0], unescaped(pair[1]));
      }
    }
    return Optional.of(new Command(info[0], properties, unescaped(line.substring(end + 1))));
  }

  private static List<Command> formats(String line) {
    List<Command> formats = new ArrayList<>();
    Matcher format = FORMAT.matcher(line);
    while (format.find()) {
      formats.add(
          new Command(
              "[" + format.group(1).toLowerCase(Locale.ROOT) + "]",
              Map.of(),
              line.substring(format.end())));
    }
    return formats;
  }

  private static String unescaped(String text) {
    return text.replace("%3B", ";")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%5D", "]")
        .replace("%AZP25", "%");
  }
}
