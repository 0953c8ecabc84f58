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
 * A log as the agent of Azure Pipelines reads it: a port of its parser of commands, which finds
 * them anywhere in a line and in any letter case, and the formats that its web page shows. As in
 * {@link RunnerLog} characters are taken for absent that a comparison by culture may skip.
 */
final class AgentLog {
  private static final String PREFIX = "##vso[";
  private static final Pattern FORMAT =
      Pattern.compile(
          "##\\[(group|endgroup|section|warning|error|debug|command)]", Pattern.CASE_INSENSITIVE);

  private AgentLog() {}

  /**
   * What the agent does, or the page shows, because of a line.
   *
   * @param name {@code task.setvariable}, or {@code [error]} of a format
   */
  record Command(String name, Map<String, String> properties, String data) {}

  /** All that would be obeyed, in the order of the log. */
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
