package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.Page.Fence;
import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the README is short, fits a page on GitHub and has a quick start that works. */
class ReadmeTest {
  private static final Page README = Page.of("README.md");
  private static final String PRESET = "init --preset starter";

  @TempDir Path temp;

  @Test
  void isShort() throws IOException {
    assertThat(README.lines()).hasSizeLessThanOrEqualTo(200);
  }

  /** A longer line in a block gives it a scroll bar. */
  @Test
  void blocksFitThePage() throws IOException {
    for (Fence fence : README.fences()) {
      assertThat(fence.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
    }
  }

  @Test
  void listsEachExitCode() throws IOException {
    assertThat(README.text()).contains("`0` ", "`1` ", "`2` ", "`3` ");
  }

  @Test
  void listsEachCommand() throws IOException {
    String help = Shell.in(temp).run("--help").text();
    List<String> commands =
        help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:"))
            .lines()
            .filter(line -> line.matches("  [a-z].*"))
            .map(line -> line.strip().split(" ", 2)[0])
            .filter(name -> !name.startsWith("generate-"))
            .toList();

    assertThat(commands).contains("check", "schema");
    assertThat(README.text()).contains(commands.stream().map(name -> "\n| `" + name).toList());
  }

  /** Returns the commands of the three blocks below the heading, as arguments. */
  private static List<String> quickStart() throws IOException {
    int heading = README.lines().indexOf("## Quick start");
    return README.fences().stream()
        .filter(fence -> fence.first() > heading)
        .filter(fence -> fence.language().equals("sh"))
        .limit(3)
        .flatMap(fence -> fence.lines().stream())
        .map(line -> line.replaceFirst(" +# .*", ""))
        .filter(line -> line.startsWith("autoheal "))
        .map(line -> line.substring("autoheal ".length()))
        .toList();
  }

  private void follow(Workspace work, Stream<String> commands) {
    work.repository();
    for (String command : commands.toList()) {
      boolean hasChanges = command.equals("diff");
      if (hasChanges) {
        tighten(work);
      }
      assertThat(work.run(command.split(" ", -1)).exit()).as(command).isEqualTo(hasChanges ? 1 : 0);
    }
  }

  private static void tighten(Workspace work) {
    String policy = work.read("autoheal.yaml");
    String tighter =
        policy.contains("presets:")
            ? policy.replaceFirst(
                "( +)presets: .*", "$0\n$1triggers: { memory: { privateBytes: 1200MB } }")
            : policy.replace("privateBytes: 800MB", "privateBytes: 700MB");
    work.file("autoheal.yaml", tighter);
  }

  @Test
  void quickStartWorksWithSections() throws IOException {
    Workspace work = Workspace.in(temp);
    for (String app : List.of("admin", "api", "shop")) {
      work.file("apps/" + app + "/web.config", Workspace.RIGHT);
    }
    follow(work, quickStart().stream());

    assertThat(work.read("apps/shop/web.config")).contains("716800");
  }

  @Test
  void quickStartWorksWithoutSections() throws IOException {
    Workspace work = Workspace.in(temp);
    for (String app : List.of("admin", "api", "shop")) {
      work.file("apps/" + app + "/web.config", Workspace.BARE);
    }
    assertThat(README.text()).contains("`autoheal " + PRESET + "` instead");
    follow(work, quickStart().stream().map(command -> command.equals("init") ? PRESET : command));

    assertThat(work.read("apps/shop/web.config")).contains("slowRequests", "1228800");
  }

  /** A policy that is written before the fixes lacks the values that need one. */
  @Test
  void quickStartFixesMistakesBeforeItWritesThePolicy() throws IOException {
    Workspace work = Workspace.in(temp).repository();
    work.file(
        "web.config",
        Workspace.RIGHT.replaceFirst(
            "<triggers>", "$0<requests count=\"90000\" timeInterval=\"00:60:00\" />"));
    List<String> commands = quickStart();

    assertThat(work.run("check").exit()).isOne();
    assertThat(commands).startsWith("check", "check --fix", "init", "apply", "check");
    follow(work, commands.stream().skip(1).limit(4));
    assertThat(work.read("autoheal.yaml")).contains("timeInterval: 1h");
  }
}
