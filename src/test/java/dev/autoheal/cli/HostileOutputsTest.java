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
 * Runs all commands and reports on files and policies with each hostile text. {@link Shell} checks
 * each output like its receiver.
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

  /**
   * Escapes the text for an attribute. Characters that XML forbids stay, so that the file is
   * invalid.
   */
  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;")
        .replace("\n", "&#10;");
  }

  /** Returns a web.config with the text in many places, so that many rules report it. */
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

  /** Returns the text as a YAML string in double quotes, which can contain any character. */
  private static String yaml(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    text.codePoints().forEach(c -> yaml.append("\\U%08X".formatted(c)));
    return yaml.append('"').toString();
  }

  /** Returns a policy that is valid unless a check rejects the text. */
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

  /** The written policy must be harmless to show, and valid. */
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
  void writeAPolicyWithHostileNamesHarmlessly() {
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
