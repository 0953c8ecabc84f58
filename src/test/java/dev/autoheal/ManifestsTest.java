package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Fills the manifests of package managers for a release. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the release runs this script on Linux")
class ManifestsTest {
  private static final String RELEASE =
      "https://github.com/someone/autoheal/releases/download/v1.2.3/autoheal-1.2.3-";
  private static final List<String> FILES =
      List.of(
          "linux-x64.tar.gz",
          "linux-arm64.tar.gz",
          "macos-arm64.tar.gz",
          "windows-x64.zip",
          "cdx.json");

  @TempDir Path temp;

  private record Run(int exit, String output) {}

  @BeforeEach
  void writeChecksums() throws IOException {
    writeChecksums(FILES);
  }

  private void writeChecksums(List<String> files) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (String file : files) {
      sums.append("%s  autoheal-1.2.3-%s\n".formatted(sum(file), file));
    }
    Files.writeString(temp.resolve("SHA256SUMS"), sums);
  }

  /** A text that is as long as a checksum, and another one for each file. */
  private static String sum(String file) {
    return "%064x".formatted(0xabcdef00 + FILES.indexOf(file));
  }

  private Run fill() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "sh",
                "packaging/manifests.sh",
                "1.2.3",
                "someone",
                temp.resolve("SHA256SUMS").toString(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  private Map<?, ?> yaml(String name) throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    return (Map<?, ?>) load.loadFromString(Files.readString(temp.resolve("winget").resolve(name)));
  }

  @Test
  void fillsThoseOfWinget() throws Exception {
    assertThat(fill()).isEqualTo(new Run(0, ""));

    for (String name : List.of("", ".installer", ".locale.en-US")) {
      Map<?, ?> manifest = yaml("someone.autoheal" + name + ".yaml");
      assertThat(manifest.get("PackageIdentifier")).isEqualTo("someone.autoheal");
      assertThat(manifest.get("PackageVersion")).isEqualTo("1.2.3");
    }
    Map<?, ?> installer =
        (Map<?, ?>) ((List<?>) yaml("someone.autoheal.installer.yaml").get("Installers")).get(0);
    assertThat(installer.get("InstallerUrl")).isEqualTo(RELEASE + "windows-x64.zip");
    assertThat(installer.get("InstallerSha256").toString())
        .isUpperCase()
        .isEqualToIgnoringCase(sum("windows-x64.zip"));
  }

  @Test
  void fillsThatOfScoop() throws Exception {
    assertThat(fill()).isEqualTo(new Run(0, ""));

    JsonNode manifest = new ObjectMapper().readTree(temp.resolve("scoop/autoheal.json").toFile());
    assertThat(manifest.path("version").asText()).isEqualTo("1.2.3");
    JsonNode windows = manifest.path("architecture").path("64bit");
    assertThat(windows.path("url").asText()).isEqualTo(RELEASE + "windows-x64.zip");
    assertThat(windows.path("hash").asText()).isEqualTo(sum("windows-x64.zip"));
  }

  @Test
  void fillsThatOfHomebrew() throws Exception {
    assertThat(fill()).isEqualTo(new Run(0, ""));

    String formula = Files.readString(temp.resolve("homebrew/autoheal.rb"));
    for (String file : List.of("linux-x64.tar.gz", "linux-arm64.tar.gz", "macos-arm64.tar.gz")) {
      assertThat(formula)
          .containsPattern("url \"%s%s\"\\s+sha256 \"%s\"".formatted(RELEASE, file, sum(file)));
    }
  }

  @Test
  void refusesAReleaseWithoutAPlatform() throws Exception {
    writeChecksums(FILES.subList(0, 3));

    Run run = fill();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.output()).contains("windows-x64.zip", "SHA256SUMS lacks");
  }
}
