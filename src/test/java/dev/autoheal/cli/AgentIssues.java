package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a report makes the Azure Pipelines agent log issues and do nothing else. */
final class AgentIssues {
  private static final String ISSUE = "##vso[task.logissue ";
  private static final int MOST = 10;
  private static final Set<String> PLACED =
      Set.of("type", "sourcepath", "linenumber", "columnnumber", "code");

  private AgentIssues() {}

  /**
   * Asserts that each command logs a valid issue, and returns the log without the command prefix.
   */
  static String examined(String log) {
    List<String> rest = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (String line : log.lines().toList()) {
      List<AgentLog.Command> commands = AgentLog.commands(line);
      commands.forEach(AgentIssues::examine);
      commands.forEach(command -> counts.merge(type(command), 1, Integer::sum));
      assertThat(commands).hasSize(line.startsWith(ISSUE) ? 1 : 0);
      rest.add(line.startsWith(ISSUE) ? line.substring(ISSUE.length()) : line);
    }
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST));
    return String.join("\n", rest);
  }

  static String type(AgentLog.Command command) {
    return command.properties().get("type");
  }

  private static void examine(AgentLog.Command command) {
    assertThat(command.name()).isEqualTo("task.logissue");
    assertThat(type(command)).isIn("error", "warning");
    assertThat(command.data()).isNotBlank();
    Set<String> keys = command.properties().keySet();
    assertThat(keys).isIn(PLACED, Set.of("type"));
    if (keys.contains("sourcepath")) {
      assertThat(Integer.parseInt(command.properties().get("linenumber"))).isPositive();
      assertThat(Integer.parseInt(command.properties().get("columnnumber"))).isPositive();
      assertThat(command.properties().get("sourcepath")).isNotEmpty();
    }
  }
}
