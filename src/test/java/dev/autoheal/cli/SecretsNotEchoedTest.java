package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret in exe or parameters appears only in web.config and in a patch written to a file. */
class SecretsNotEchoedTest {
  private static final String SECRET = "hunter2";
  private static final String CONFIG =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <memory privateBytesInKB="700000" Note="Password=hunter2" />
            </triggers>
            <actions value="CustomAction">
              <customAction Exe="curl.exe" parameters="-u me:hunter2 --password hunter2 &quot;x" />
            </actions>
          </monitoring>
        </system.webServer>
      </configuration>
      """;
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: [web.config]
          action: { customAction: { exe: 'D:\\home\\a.exe', parameters: '--password hunter2new' } }
          triggers: { memory: { privateBytes: 800MB } }
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void files() {
    work = Workspace.in(temp).repository();
    work.file("web.config", CONFIG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --verbose",
        "check --fix --diff",
        "check --fix --unsafe-fixes --diff --report html",
        "check --fix --unsafe-fixes --diff --report patch",
        "diff",
        "apply --dry-run",
        "apply",
        "show --why",
        "show --format json --why",
        "show --format csv",
        "show --format markdown",
      })
  void isInNoOutput(String command) {
    assertHidden(command);
  }

  @ParameterizedTest
  @EnumSource
  void isInNoReport(ReportFormat format) {
    if (format != ReportFormat.PATCH) { // check changes nothing, so there is no patch
      assertHidden("check --report " + format.word());
    }
    assertHidden("diff --report " + format.word());
    assertHidden("apply --report " + format.word());
  }

  private void assertHidden(String command) {
    work.file("autoheal.yaml", POLICY);
    Shell.Result result = work.run(command.split(" ", -1));

    assertThat(result.text() + result.err()).isNotEmpty().doesNotContain(SECRET);
  }

  @Test
  void isInNoMessageAboutAPolicy() {
    work.file("autoheal.yaml", POLICY.replace("parameters:", "parameter:"));
    assertThat(work.run("check").err()).contains("parameter").doesNotContain(SECRET);

    work.file("autoheal.yaml", POLICY.replace("800MB", "Password=hunter2"));
    assertThat(work.run("check").err()).contains("Password=***").doesNotContain(SECRET);
  }

  @Test
  void isInNoMessageAboutMalformedXml() {
    work.file("web.config", CONFIG.replace("&quot;x\"", "< \""));
    assertThat(work.run("check").text()).contains("malformed-xml").doesNotContain(SECRET);
  }

  @Test
  void staysInTheFile() {
    work.file("autoheal.yaml", Workspace.POLICY.replace("    action: recycle\n", ""));
    work.run("apply");
    assertThat(work.read("web.config")).isEqualTo(CONFIG.replace("700000", "819200"));
  }
}
