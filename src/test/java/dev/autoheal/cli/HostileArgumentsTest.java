package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile arguments on the command line. {@link Shell} asserts that the output is harmless. */
class HostileArgumentsTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void repository() {
    work = Workspace.in(temp).repository().file("web.config", Workspace.WRONG);
    work.git("add", "-A");
    work.git("commit", "-q", "-m", "x");
  }

  private static List<String> hostileTexts() {
    List<String> hostileTexts = new ArrayList<>(Hostile.texts());
    hostileTexts.addAll(List.of("", "\0", "\u001B", "\n", "\r"));
    return hostileTexts;
  }

  /** Each TEXT is replaced with a hostile text. All these calls are invalid. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TEXT",
        "-TEXT",
        "--TEXT",
        "check aTEXT",
        "check -TEXT",
        "check --aTEXT",
        "check --TEXT=TEXT",
        "check --verbose=aTEXT",
        "check --debug aTEXT",
        "check --fail-on TEXT",
        "check --color=TEXT",
        "check --today TEXT",
        "check --app aTEXT",
        "check --policy aTEXT",
        "check --base-policy aTEXT",
        "check --report TEXT",
        "check --report github --app aTEXT",
        "check --report markdown aTEXT",
        "check --report json aTEXT",
        "check - --stdin-filename aTEXT",
        "diff --fix TEXT",
        "apply --createTEXT",
        "show --format TEXT",
        "show --app aTEXT",
        "show --why --format csv --today TEXT",
        "init --preset TEXT",
        "init --today TEXT",
        "init aTEXT",
        "explain aTEXT",
        "explain drift --format TEXT",
        "schema TEXT",
        "schema TEXT --debug",
        "schema report -o no/aTEXT",
        "generate-completion TEXT",
        "hook TEXT",
        "review TEXT",
        "review --base TEXT --report github",
        "review --base HEAD --head=aTEXT --report markdown",
        "review --base HEAD --today TEXT",
        "review --base HEAD --base-policy aTEXT"
      })
  void areEchoedHarmlessly(String line) {
    for (String evil : hostileTexts()) {
      String[] arguments =
          Arrays.stream(line.split(" ", -1))
              .map(word -> word.replace("TEXT", evil))
              .toArray(String[]::new);

      assertThat(work.run(arguments).exit()).as("%s of %s", line, evil).isPositive();
    }
    assertThat(work.path("pwned")).doesNotExist();
  }

  /** A branch can have almost any name. */
  @ParameterizedTest
  @ValueSource(strings = {"--output=pwned", "--upload-pack=pwned", "--symbolic", "-", "-q"})
  void areNotPassedToGitAsOptions(String branch) {
    work.git("update-ref", "refs/heads/" + branch, "HEAD");

    assertThat(work.run("review", "--base=" + branch, "--head=" + branch).exit()).isZero();
    assertThat(work.path("pwned")).doesNotExist();
  }
}
