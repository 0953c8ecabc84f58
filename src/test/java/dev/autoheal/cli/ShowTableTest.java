package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of {@code show} for several files. */
class ShowTableTest {
  private static final String SHOP =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
              <memory privateBytesInKB="819200" />
              <statusCode>
                <add statusCode="500" count="10" timeInterval="00:00:30" />
              </statusCode>
            </triggers>
            <actions value="CustomAction">
              <customAction exe="D:\\home\\DaasConsole.exe" parameters="-CollectLogs" />
            </actions>
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void apps() {
    work = Workspace.in(temp);
    work.file(
            "autoheal.yaml",
            """
            version: 1
            apps:
              - name: storefront
                files: ["apps/storefront/*"]
                plan: { sku: P1V3, bitness: 64 }
              - name: others
                files: ["apps/*/web.config"]
                plan: { memory: 4GB }
            exclude: ["**/old/**"]
            """)
        .file("apps/storefront/web.config", SHOP)
        .file("apps/broken/web.config", Workspace.BROKEN)
        .file("apps/none/web.config", Workspace.BARE)
        .file("apps/old/web.config", Workspace.RIGHT)
        .file("web.config", Workspace.WRONG);
  }

  @Test
  void hasARowForEachFile() {
    Shell.Result result = work.run("show");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .isEqualTo(
            """
            file                        app         triggers                                                                                        action                        plan          findings
            apps/broken/web.config      others      cannot be read: line 1: unclosed element <configuration>; add </configuration> [malformed-xml]                                4 GB          1 error
            apps/none/web.config        others      no section                                                                                                                    4 GB
            apps/old/web.config         others      skipped: the policy excludes it                                                                                               4 GB
            apps/storefront/web.config  storefront  slowRequests 20 over 45 s in 2 min; memory 800 MB (819200 KB); statusCodes 500, 10 in 30 s      CustomAction DaasConsole.exe  P1V3, 64-bit  1 warning
            web.config                              memory 683.59 MB (700000 KB)                                                                    Recycle
            """);
  }

  @Test
  void givesEachTriggerALineOnANarrowTerminal() {
    assertThat(onTerminal("140"))
        .isEqualTo(
            """
            file                        app         triggers                                       action                        plan          findings
            apps/broken/web.config      others      cannot be read: line 1: unclosed element                                     4 GB          1 error
                                                      <configuration>; add </configuration>
                                                      [malformed-xml]
            apps/none/web.config        others      no section                                                                   4 GB
            apps/old/web.config         others      skipped: the policy excludes it                                              4 GB
            apps/storefront/web.config  storefront  slowRequests 20 over 45 s in 2 min             CustomAction DaasConsole.exe  P1V3, 64-bit  1 warning
                                                    memory 800 MB (819200 KB)
                                                    statusCodes 500, 10 in 30 s
            web.config                              memory 683.59 MB (700000 KB)                   Recycle
            """);
  }

  @Test
  void hasABlockForEachFileOnAVeryNarrowTerminal() {
    assertThat(onTerminal("60"))
        .isEqualTo(
            """
            apps/broken/web.config
              app       others
              note      cannot be read: line 1: unclosed element
                          <configuration>; add </configuration>
                          [malformed-xml]
              plan      4 GB
              findings  1 error
            apps/none/web.config
              app       others
              note      no section
              plan      4 GB
            apps/old/web.config
              app       others
              note      skipped: the policy excludes it
              plan      4 GB
            apps/storefront/web.config
              app       storefront
              triggers  slowRequests 20 over 45 s in 2 min
                        memory 800 MB (819200 KB)
                        statusCodes 500, 10 in 30 s
              action    CustomAction DaasConsole.exe
              plan      P1V3, 64-bit
              findings  1 warning
            web.config
              triggers  memory 683.59 MB (700000 KB)
              action    Recycle
            """);
  }

  private String onTerminal(String columns) {
    return work.shell()
        .onTerminals(true, true)
        .with("COLUMNS", columns)
        .run("show", "--color", "never")
        .text();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 50, 60, 72, 80, 100, 120, 140, 200})
  void isNeverWiderThanTheTerminal(int columns) {
    work.file("a/very/long/path/that/nobody/wants/to/read/in/a/table/web.config", SHOP)
        .file("日本語日本語日本語日本語日本語日本語日本語日本語日本語/web.config", SHOP);

    assertThat(onTerminal(Integer.toString(columns)).lines())
        .allSatisfy(line -> assertThat(width(line)).isLessThanOrEqualTo(columns));
  }

  private static int width(String line) {
    return line.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum();
  }

  @Test
  void omitsEmptyColumns() {
    Workspace other = Workspace.in(temp.resolve("other")).file("web.config", Workspace.RIGHT);

    assertThat(other.run("show").text())
        .isEqualTo(
            """
            file        triggers                   action
            web.config  memory 800 MB (819200 KB)  Recycle
            """);
  }

  @Test
  void isShownForSeveralPathsToo() {
    assertThat(work.run("show", "web.config", "apps/storefront/web.config").text().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("file  ");
  }

  @Test
  void hasABoldHeadOnATerminal() {
    Shell terminal = work.shell().onTerminals(true, true);

    assertThat(terminal.with("COLUMNS", "200").run("show").text()).startsWith("\u001B[1mfile ");
    assertThat(terminal.with("NO_COLOR", "1").run("show").text()).doesNotContain("\u001B");
  }

  @Test
  void omitsAProgramThatTheActionDoesNotStart() {
    work.file("web.config", SHOP.replace("\"CustomAction\"", "\"Recycle\""));

    assertThat(work.run("show", ".", "--format", "csv").text())
        .contains("web.config,,\"slowRequests 20 over 45 s in 2 min; ")
        .contains("\",Recycle,,1 warning,\r\n");
  }
}
