package dev.autoheal.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests how jobs find autoheal on Windows. {@link InstallTest} tests more of the same. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "install.ps1 runs on Windows only")
class InstallOnWindowsTest {
  private static final String VERSION = "9.8.7";

  @TempDir Path temp;
  private Path clone;
  private Path checkout;
  private Release release;
  private Releases server;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws Exception {
    clone = temp.resolve("a clone");
    Path scripts = Files.createDirectories(clone.resolve("integrations"));
    for (String name : List.of("install.ps1", "release.properties")) {
      Files.copy(Path.of("integrations", name), scripts.resolve(name));
    }
    checkout = Files.createDirectories(temp.resolve("checkout"));
    Files.createDirectory(checkout.resolve(".git"));
    release = Release.of(VERSION, temp);
    server = new Releases();
    server.add(release.file(), release.content());
    environment = new LinkedHashMap<>();
    environment.put("Path", Release.path());
    environment.put("LOCALAPPDATA", temp.resolve("local").toString());
    environment.put("AUTOHEAL_VERSION", VERSION);
    environment.put("AUTOHEAL_SHA256", release.checksum());
    environment.put("AUTOHEAL_DOWNLOAD_URL", server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Script.Result run() throws Exception {
    File out = temp.resolve("out.txt").toFile();
    File err = temp.resolve("err.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(
            "powershell.exe",
            "-NoProfile",
            "-ExecutionPolicy",
            "Bypass",
            "-File",
            clone.resolve("integrations/install.ps1").toString());
    builder.directory(checkout.toFile()).redirectOutput(out).redirectError(err);
    builder.environment().keySet().removeIf(name -> name.matches("(AUTOHEAL|RUNNER|AGENT)_.*"));
    builder.environment().keySet().removeIf(name -> name.equalsIgnoreCase("PSModulePath"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Script.Result(
        process.exitValue(),
        Files.readString(out.toPath(), UTF_8),
        Files.readString(err.toPath(), UTF_8));
  }

  /** Asserts success, and returns the path that was printed. */
  private Path install() throws Exception {
    Script.Result result = run();
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.out()).matches("[^\\n]*\\\\autoheal\\.cmd\\R");
    return Path.of(result.out().strip());
  }

  /** Asserts failure, and returns standard error. */
  private String refuse() throws Exception {
    Script.Result result = run();
    assertThat(result.exit()).as(result.output()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  private Path onThePath(Path folder, String version) throws IOException {
    environment.put("Path", folder + ";" + Release.path());
    return Release.launcher(Files.createDirectories(folder), version);
  }

  @Test
  void downloadsAndUnpacks() throws Exception {
    assertThat(install()).exists().startsWith(temp.resolve("local/autoheal"));
    assertThat(server.requests()).containsExactly("/files/" + release.file());
  }

  @Test
  void downloadsOnlyOnce() throws Exception {
    Path first = install();
    assertThat(install()).isEqualTo(first);
    assertThat(server.requests()).hasSize(1);
  }

  /** The JVM compares the time of the jar with that in its archive of classes. */
  @Test
  void keepsTheTimesOfFiles() throws Exception {
    assertThat(Files.getLastModifiedTime(install().resolveSibling("autoheal.jar")))
        .isEqualTo(Release.TIME);
  }

  @Test
  void refusesAWrongChecksum() throws Exception {
    environment.put("AUTOHEAL_SHA256", "0".repeat(64));
    assertThat(refuse()).contains("wrong checksum of " + release.file(), release.checksum());
    assertThat(temp.resolve("local/autoheal")).isEmptyDirectory();
  }

  @Test
  void failsIfTheConnectionIsCutOff() throws Exception {
    server.mode(Releases.Mode.CUT_OFF);
    refuse();
    assertThat(temp.resolve("local/autoheal")).isEmptyDirectory();
  }

  @Test
  void saysThatTheServerRefused() throws Exception {
    server.mode(Releases.Mode.FORBID);
    assertThat(refuse()).contains("autoheal: the server refused " + release.file() + " (403); ");
  }

  @Test
  void saysThatTheFileIsMissing() throws Exception {
    environment.put("AUTOHEAL_VERSION", "9.8.6");
    assertThat(refuse()).contains("9.8.6", " on the server (404); ");
  }

  @Test
  void triesAgainIfTheServerIsBusy() throws Exception {
    server.mode(Releases.Mode.STUMBLE);
    install();
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void refusesADownloadWithoutAChecksum() throws Exception {
    environment.remove("AUTOHEAL_SHA256");
    assertThat(refuse()).contains("autoheal: missing checksum of " + release.file() + "; ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void takesTheChecksumFromTheClone() throws Exception {
    environment.remove("AUTOHEAL_SHA256");
    Files.writeString(
        clone.resolve("integrations/SHA256SUMS"), release.checksum() + "  " + release.file());
    assertThat(install()).exists();
  }

  @Test
  void usesAutohealHome() throws Exception {
    Path launcher = Release.launcher(Files.createDirectories(temp.resolve("home of it")), "1.0.0");
    environment.put("AUTOHEAL_HOME", launcher.getParent().toString());
    assertThat(install()).isEqualTo(launcher);
  }

  @Test
  void usesAutohealOnThePath() throws Exception {
    Path launcher = onThePath(temp.resolve("some bin"), VERSION);
    assertThat(install()).isEqualTo(launcher);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void skipsAnotherVersionOnThePath() throws Exception {
    Path launcher = onThePath(temp.resolve("bin"), "9.8.6");
    assertThat(install()).isNotEqualTo(launcher);
  }

  @Test
  void skipsAutohealOfTheCheckout() throws Exception {
    Path launcher = onThePath(checkout.resolve("bin"), VERSION);
    assertThat(install()).isNotEqualTo(launcher);
  }

  @Test
  void usesTheCloneIfAllowed() throws Exception {
    Path launcher = Release.launcher(clone, "1.0.0");
    environment.put("AUTOHEAL_BUILD", "source");
    assertThat(install()).isEqualTo(launcher);
  }
}
