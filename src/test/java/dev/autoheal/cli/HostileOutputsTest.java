package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each hostile text, in every place that text comes from, through every output of every command.
 * {@link Shell} judges each as its receiver would.
 */
class HostileOutputsTest {
  private static final List<String> COMMANDS =
      List.of(
          "check --verbose --color always",
          "check --fix --unsafe-fixes --diff",
          "check --fix --unsafe-fixes --diff --report github",
          "diff --verbose",
          "diff --report github",
          "diff --report markdown",
          "diff --report patch",
          "apply --dry-run --rebuild",
          "show",
          "show web.config",
          "show --why",
          "show --format csv",
          "show --format markdown",
          "show --format json --why");

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void folder() {
    work = Workspace.in(temp);
  }

  /** In an attribute; what XML cannot hold stands there as it is, and the file cannot be read. */
  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;")
        .replace("\n", "&#10;");
  }

  /** In every place of a web.config, so that many rules have something to say of it. */
  static String config(String text) {
    return """
        <configuration>
          <location path="TEXT">
            <system.webServer>
              <monitoring><triggers><requests count="TEXT" /></triggers></monitoring>
            </system.webServer>
          </location>
          <system.web><httpRuntime executionTimeout="TEXT" /></system.web>
          <system.webServer>
            <aspNetCore requestTimeout="TEXT" hostingModel="outofprocess" />
            <monitoring>
              <triggers>
                <!-- autoheal-ignore invalid-number until=2020-01-01 reason="TEXT" -->
                <!-- autoheal-ignore TEXT reason="x" -->
                <memory privateBytesInKB="7TEXT" Note="TEXT" />
                <slowRequests count="TEXT" timeTaken="TEXT" timeInterval="2 TEXT" />
                <statusCode><add statusCode="TEXT" count="0" timeInterval="00:60:00" /></statusCode>
              </triggers>
              <actions value="CustomAction TEXT">
                <customAction exe="a\\TEXT" parameters="TEXT --password TEXT" />
              </actions>
            </monitoring>
          </system.webServer>
        </configuration>
        """
        .replace("TEXT", xml(text));
  }

  /** In double quotes, so that every text may stand there. */
  private static String yaml(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    text.codePoints().forEach(c -> yaml.append("\\U%08X".formatted(c)));
    return yaml.append('"').toString();
  }

  /** A policy that is valid, as far as no reader refuses the text. */
  static String policy(String text) {
    return """
        version: 1
        presets:
          TEXT: { triggers: { requests: none } }
        apps:
          - name: TEXT
            files: ["web.config", TEXT]
            presets: [TEXT]
            action: { customAction: { exe: TEXT, parameters: TEXT } }
            triggers: { memory: { privateBytes: 800MB } }
        exceptions:
          - { rule: invalid-number, until: 2020-01-01, reason: TEXT }
          - { rule: zero-threshold, until: 2999-01-01, reason: TEXT }
        exclude: [TEXT]
        """
        .replace("TEXT", yaml(text));
  }

  private void runAll() {
    List<String> commands = new ArrayList<>(COMMANDS);
    Hostile.formats().forEach(format -> commands.add("check --report " + format));
    for (String command : commands) {
      assertThat(work.run(command.split(" ", -1)).exit()).as(command).isLessThan(3);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoheal.cli.Hostile#texts")
  void showAValueHarmlessly(String text) {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", config(text));
    runAll();
  }

  @ParameterizedTest
  @MethodSource("dev.autoheal.cli.Hostile#texts")
  void showAPolicyHarmlessly(String text) {
    work.file("autoheal.yaml", policy(text)).file("web.config", Workspace.WRONG);
    runAll();
    for (String place : List.of("shop", "web.config", "recycle", "800MB", "name", "privateBytes")) {
      work.file("autoheal.yaml", Workspace.POLICY.replace(place, yaml(text)));
      work.run("check", "--report", "github");
    }
    for (String more : List.of("extends", "rules", "exclude", "exceptions", "presets")) {
      work.file("autoheal.yaml", Workspace.POLICY + "%s: { %s: x }\n".formatted(more, yaml(text)));
      work.run("check", "--report", "markdown");
    }
  }

  /** The policy that is written must do for who reads it, and for the program. */
  @ParameterizedTest
  @MethodSource("dev.autoheal.cli.Hostile#texts")
  void writeAPolicyHarmlessly(String text) {
    work.file("web.config", config(text))
        .file(
            "b/web.config",
            Workspace.RIGHT.replace(
                "<actions value=\"Recycle\" />",
                "<actions value='CustomAction'><customAction exe=\"a%1$s\" parameters=\"%1$s\" /></actions>"
                    .formatted(xml(text).replace("%", "%%"))));
    for (String options : List.of("--accept", "--accept --force", "--preset starter --force")) {
      Shell.Result result = work.run(("init " + options).split(" ", -1));

      assertThat(result.exit()).isZero();
      assertThat(Unsafe.characters(work.read("autoheal.yaml"))).isEmpty();
      assertThat(work.run("check", "--fail-on", "never").exit()).isZero();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writeAPolicyOfNamesHarmlessly() {
    for (String name : Hostile.names()) {
      work.file(name + "/web.config", Workspace.WRONG);
      assertThat(work.run("init", "--", name).exit()).as(name).isZero();
      assertThat(Unsafe.characters(work.read(name + "/autoheal.yaml"))).isEmpty();
    }
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.run("init", "--force").exit()).isZero();
    for (String name : Hostile.names()) {
      assertThat(work.path(name + "/autoheal.yaml").toFile().delete()).isTrue();
    }
    assertThat(work.run("init", "--force", "--accept").exit()).isZero();
    assertThat(Unsafe.characters(work.read("autoheal.yaml"))).isEmpty();
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.run("diff").exit()).isZero();
  }
}
