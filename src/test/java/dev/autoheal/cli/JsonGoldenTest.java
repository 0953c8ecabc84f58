package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares complete JSON reports byte for byte. {@code -Dcases.update=true} rewrites them. */
class JsonGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/cli");

  private static final String SHOP =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <requests count="1000" timeInterval="00:10:00" />
              <slowRequests count="20" timeTaken="00:00:60" timeInterval="00:02:00" />
              <memory privateBytesInKB="#{memory}#" />
              <statusCode>
                <add statusCode="500" subStatusCode="100" count="10" timeInterval="00:00:30" />
              </statusCode>
            </triggers>
            <actions value="LogEvent" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  private static final String POLICY =
      """
      version: 1
      defaults:
        action: recycle
      apps:
        - name: shop
          files: ["shop/web.config"]
          triggers:
            requests: none
            slowRequests: { count: 25, timeTaken: 45s, timeInterval: 2m }
            memory: { privateBytes: 1GB }
            statusCodes:
              - { status: 500, subStatus: 100, count: 20 }
              - { status: 502, win32Status: 64, count: 5, timeInterval: 1m }
        - name: other
          files: ["**"]
          action: logEvent
          triggers:
            memory: { privateBytes: 2GB }
      exclude: ["old/**"]
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void shop() {
    work = Workspace.in(temp).file("autoheal.yaml", POLICY);
    work.file("shop/web.config", SHOP)
        .file("shop/sub/web.config", Workspace.BARE)
        .file("clean/web.config", Workspace.config(2097152).replace("Recycle", "LogEvent"))
        .file("broken/web.config", Workspace.BROKEN)
        .file("old/web.config", Workspace.BROKEN)
        .file("Web.Part.config", "<configuration />")
        .file("bad/autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    work.file("bad/web.config", Workspace.RIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "check, check shop clean broken old Web.Part.config",
    "diff, diff shop clean broken old Web.Part.config",
    "apply, apply shop clean",
    "dry-run, apply --dry-run shop/web.config",
    "clean, check clean",
    "invalid-policy, diff",
    "no-such-file, check gone"
  })
  void matchesTheGoldenFile(String name, String line) throws IOException {
    Path golden = GOLDEN.resolve(name + ".json");
    Shell.Result result = work.run((line + " --report json").split(" ", -1));
    if (Boolean.getBoolean("cases.update")) {
      Files.createDirectories(GOLDEN);
      Files.write(golden, result.out());
    }

    assertThat(result.text()).isEqualTo(Files.readString(golden));
  }

  @Test
  void hasATestForEachGoldenFile() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              List.of(
                  "apply.json",
                  "check.json",
                  "clean.json",
                  "diff.json",
                  "dry-run.json",
                  "invalid-policy.json",
                  "no-such-file.json"));
    }
  }
}
