package dev.autoheal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test on a pull request: the files that are checked out, and a branch named base. */
abstract class PullRequest {
  static final String SECTION =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  /** A section with one error, invalid-number. */
  static final String BAD = SECTION.replace("\"20\"", "\"many\"");

  @TempDir Path temp;

  Workspace work;

  @BeforeEach
  void open() {
    work = Workspace.in(temp).repository().file("README", "");
  }

  void commit() {
    work.git("add", "-A");
    work.git("commit", "-q", "--allow-empty", "-m", "x");
  }

  /** Commits the current files as the base. */
  Workspace base() {
    commit();
    work.git("branch", "-f", "base");
    return work;
  }

  Shell.Result review(String... more) {
    commit();
    List<String> arguments = new ArrayList<>(List.of("review", "--base", "base", "--head", "HEAD"));
    arguments.addAll(List.of(more));
    return work.run(arguments.toArray(String[]::new));
  }

  JsonNode json() {
    return review("--report", "json").json();
  }

  static List<String> states(JsonNode report) {
    return report.get("findings").findValuesAsText("state");
  }

  static List<String> paths(JsonNode report) {
    List<String> paths = new ArrayList<>();
    report.get("files").forEach(file -> paths.add(file.get("path").asText()));
    return paths;
  }

  static List<String> effects(JsonNode report) {
    return report.get("files").findValuesAsText("effect");
  }
}
