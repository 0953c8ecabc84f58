package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a log like the GitHub Actions runner. This is a port of its two command parsers, which
 * drops all characters that a culture-sensitive comparison may ignore.
 */
public final class RunnerLog {
  private static final Set<String> REGISTERED =
      Set.of(
          "error",
          "warning",
          "notice",
          "debug",
          "group",
          "endgroup",
          "add-mask",
          "add-matcher",
          "remove-matcher",
          "set-output",
          "save-state",
          "set-env",
          "add-path",
          "echo",
          "stop-commands",
          "internal-set-repo-path");

  private static final Set<String> ANNOTATIONS = Set.of("error", "warning", "notice");
  private static final int MOST = 10;
  private static final int LONGEST = 4096;

  private RunnerLog() {}

  /** A command in a line of the log. */
  public record Command(String name, Map<String, String> properties, String data) {
    String property(String key) {
      return properties.get(key);
    }
  }

  /** Returns all commands that the runner would run, in the order of the log. */
  public static List<Command> commands(byte[] log) {
    return lines(visible(new String(log, UTF_8)))
        .flatMap(line -> parse(line).or(() -> parseLegacy(line)).stream())
        .toList();
  }

  /**
   * Asserts that each command is an annotation that the runner shows completely, and returns the
   * log without the command prefix.
   */
  static String examined(String log) {
    List<String> rest = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    lines(visible(log))
        .forEach(
            line -> {
              Optional<Command> command = parse(line);
              command.ifPresent(RunnerLog::examine);
              command.ifPresent(c -> counts.merge(c.name, 1, Integer::sum));
              rest.add(command.isPresent() ? line.substring("::".length()) : line);
            });
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST));
    return String.join("\n", rest);
  }

  private static void examine(Command command) {
    assertThat(command.name).isIn(ANNOTATIONS);
    assertThat(command.data).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST);
    Set<String> keys = command.properties.keySet();
    assertThat(command.property("title")).startsWith("autoheal");
    assertThat(Set.of("file", "line", "endline", "col", "endcolumn", "title")).containsAll(keys);
    assertThat(keys.contains("col"))
        .isEqualTo(
            keys.contains("line") && command.property("line").equals(command.property("endline")));
    assertThat(keys.contains("endcolumn")).isEqualTo(keys.contains("col"));
  }

  /** CR, LF and CRLF end a line. */
  private static Stream<String> lines(String log) {
    return log.lines();
  }

  private static Optional<Command> parse(String line) {
    String message = trimStart(line);
    int end = message.startsWith("::") ? message.indexOf("::", 2) : -1;
    return end < 0
        ? Optional.empty()
        : command(message.substring(2, end), ",", message.substring(end + 2), false);
  }

  private static Optional<Command> parseLegacy(String line) {
    int start = line.indexOf("##[");
    int end = start < 0 ? -1 : line.indexOf(']', start);
    return end < 0
        ? Optional.empty()
        : command(line.substring(start + 3, end), ";", line.substring(end + 1), true);
  }

  private static Optional<Command> command(
      String info, String separator, String data, boolean legacy) {
    int space = info.indexOf(' ');
    String name = (space < 0 ? info : info.substring(0, space)).toLowerCase(Locale.ROOT);
    if (!REGISTERED.contains(name)) {
      return Optional.empty();
    }
    Map<String, String> properties = new HashMap<>();
    if (space > 0) {
      for (String property : info.substring(space + 1).strip().split(separator, -1)) {
        int equals = property.indexOf('=');
        // The runner drops empty entries, so that each = at the start of the value is lost.
        String value = property.substring(equals + 1).replaceFirst("^=+", "");
        if (equals > 0 && !value.isEmpty()) {
          properties.put(
              property.substring(0, equals).toLowerCase(Locale.ROOT), unescape(value, !legacy));
        }
      }
    }
    return Optional.of(new Command(name, properties, unescape(data, false)));
  }

  private static String unescape(String text, boolean property) {
    String unescaped = text.replace("%0D", "\r").replace("%0A", "\n");
    return (property ? unescaped.replace("%3A", ":").replace("%2C", ",") : unescaped)
        .replace("%25", "%");
  }

  /**
   * Returns the log without the characters that a culture-sensitive comparison may ignore. Keeps
   * line breaks.
   */
  static String visible(String log) {
    return log.codePoints().noneMatch(RunnerLog::isSkipped)
        ? log
        : log.codePoints()
            .filter(c -> !isSkipped(c))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  private static boolean isSkipped(int c) {
    return c == 0 || (c > 0x7F && Character.getType(c) == Character.FORMAT);
  }

  /** Trims like .NET, which has more whitespace characters than Java. */
  private static String trimStart(String line) {
    return line.replaceFirst("^[\\s\\p{Z}\\x0B\u0085]+", "");
  }
}
