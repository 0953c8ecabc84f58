package dev.autoheal.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how jobs find autoheal, with a stand-in of the server of releases. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "InstallOnWindowsTest tests install.ps1")
class InstallTest {
  private static final String VERSION = "9.8.7";

  @TempDir Path temp;
  private Path clone;
  private Path checkout;
  private Path cache;
  private Release release;
  private Releases server;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws Exception {
    clone = temp.resolve("a clone");
    Path scripts = Files.createDirectories(clone.resolve("integrations"));
    for (String name : List.of("install.sh", "release.properties")) {
      Files.copy(Path.of("integrations", name), scripts.resolve(name));
    }
    checkout = Files.createDirectories(temp.resolve("checkout"));
    Files.createDirectory(checkout.resolve(".git"));
    Path home = Files.createDirectories(temp.resolve("a home"));
    cache = home.resolve(".cache/autoheal");
    release = Release.of(VERSION, temp);
    server = new Releases();
    server.add(release.file(), release.content());
    environment = new LinkedHashMap<>();
    environment.put("PATH", Release.path());
    environment.put("HOME", home.toString());
    environment.put("AUTOHEAL_VERSION", VERSION);
    environment.put("AUTOHEAL_SHA256", release.checksum());
    environment.put("AUTOHEAL_DOWNLOAD_URL", server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Script.Result run() throws Exception {
    return Script.run(checkout, environment, clone.resolve("integrations/install.sh").toString());
  }

  /** Asserts success, and returns the path that was printed. */
  private Path install() throws Exception {
    Script.Result result = run();
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).endsWith("/autoheal\n");
    return Path.of(result.out().strip());
  }

  /** Asserts failure, and returns standard error. */
  private String refuse() throws Exception {
    Script.Result result = run();
    assertThat(result.exit()).as(result.output()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  private String key() throws Exception {
    return release.image() + "-" + release.checksum();
  }

  private List<String> cached() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void downloadsAndUnpacks() throws Exception {
    assertThat(install()).isEqualTo(cache.resolve(key()).resolve("autoheal")).isExecutable();
    assertThat(server.requests()).containsExactly("/files/" + release.file());
  }

  @Test
  void downloadsOnlyOnce() throws Exception {
    Path first = install();
    assertThat(install()).isEqualTo(first);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void leavesOnlyTheFileAndTheProgram() throws Exception {
    install();
    assertThat(cached()).containsExactly(key(), key() + ".tar.gz");
  }

  /** The JVM compares the time of the jar with that in its archive of classes. */
  @Test
  void keepsTheTimesOfFiles() throws Exception {
    assertThat(Files.getLastModifiedTime(install().resolveSibling("autoheal.jar")))
        .isEqualTo(Release.TIME);
  }

  @Test
  void unpacksACachedFileWithoutARequest() throws Exception {
    environment.put("RUNNER_TEMP", temp.resolve("first job").toString());
    install();
    environment.put("RUNNER_TEMP", temp.resolve("second job").toString());
    assertThat(install()).startsWith(temp.resolve("second job")).isExecutable();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"autoheal", "autoheal.jar"})
  void unpacksAgainIfAFileOfTheProgramIsGone(String file) throws Exception {
    Path launcher = install();
    Files.delete(launcher.resolveSibling(file));
    assertThat(install()).isEqualTo(launcher).isExecutable();
    assertThat(launcher.resolveSibling("autoheal.jar")).isNotEmptyFile();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void refusesADownloadWithoutAFolderForIt() throws Exception {
    environment.remove("HOME");
    assertThat(refuse()).contains("autoheal: missing folder for downloads; set AUTOHEAL_CACHE");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void downloadsAgainIfACachedFileWasChanged() throws Exception {
    environment.put("RUNNER_TEMP", temp.resolve("first job").toString());
    install();
    Files.writeString(cache.resolve(key() + ".tar.gz"), "hostile");
    environment.put("RUNNER_TEMP", temp.resolve("second job").toString());
    install();
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void downloadsAnotherVersion() throws Exception {
    Path first = install();
    Release next = Release.of("9.8.8", Files.createDirectories(temp.resolve("next")));
    server.add(next.file(), next.content());
    environment.put("AUTOHEAL_VERSION", "9.8.8");
    environment.put("AUTOHEAL_SHA256", next.checksum());
    assertThat(install()).isNotEqualTo(first).isExecutable();
    assertThat(first).isExecutable();
  }

  @Test
  void cachesInTheFolderOfTheJob() throws Exception {
    cache = temp.resolve("tools/autoheal");
    environment.put("RUNNER_TOOL_CACHE", temp.resolve("tools").toString());
    install();
    assertThat(cached()).contains(key() + ".tar.gz");
  }

  @Test
  void refusesAWrongChecksum() throws Exception {
    String wrong = "0".repeat(64);
    environment.put("AUTOHEAL_SHA256", wrong);
    assertThat(refuse())
        .contains(
            "autoheal: wrong checksum of " + release.file() + "; ",
            "  expected " + wrong + "\n",
            "  got      " + release.checksum() + " (" + release.content().length + " bytes)\n");
  }

  @Test
  void leavesNothingOfAWrongFile() throws Exception {
    environment.put("AUTOHEAL_SHA256", "0".repeat(64));
    refuse();
    assertThat(cached()).isEmpty();
  }

  @Test
  void refusesATruncatedFile() throws Exception {
    server.mode(Releases.Mode.TRUNCATE);
    assertThat(refuse()).contains("(" + release.content().length / 2 + " bytes)");
    assertThat(cached()).isEmpty();
  }

  @Test
  void saysThatTheConnectionWasCutOff() throws Exception {
    server.mode(Releases.Mode.CUT_OFF);
    assertThat(refuse()).contains("autoheal: the download of " + release.file() + " was cut off; ");
    assertThat(cached()).isEmpty();
  }

  @Test
  void saysThatTheServerRefused() throws Exception {
    server.mode(Releases.Mode.FORBID);
    assertThat(refuse()).contains("autoheal: the server refused " + release.file() + " (403); ");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void saysThatTheFileIsMissing() throws Exception {
    environment.put("AUTOHEAL_VERSION", "9.8.6");
    assertThat(refuse())
        .contains(
            "autoheal: missing "
                + release.file().replace("9.8.7", "9.8.6")
                + " on the server (404); ");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void saysThatTheServerCannotBeReached() throws Exception {
    server.close();
    assertThat(refuse()).contains("autoheal: cannot connect to the server of ");
  }

  @Test
  void triesAgainIfTheServerIsBusy() throws Exception {
    server.mode(Releases.Mode.STUMBLE);
    install();
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void refusesARedirectWithoutHttps() throws Exception {
    server.mode(Releases.Mode.REDIRECT);
    assertThat(refuse()).contains("autoheal: unexpected redirect of ");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void looksForTheReleaseWithoutAMirror() throws Exception {
    environment.remove("AUTOHEAL_DOWNLOAD_URL");
    try (Proxy proxy = new Proxy("")) {
      environment.put("https_proxy", proxy.url());
      assertThat(refuse())
          .contains(
              "autoheal: downloading %s/releases/download/v%s/%s\n"
                  .formatted(property("repository"), VERSION, release.file()));
      assertThat(proxy.requests()).containsExactly("CONNECT github.com:443 HTTP/1.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 Connected\r\n\r\n"})
  void saysThatTheProxyCutOff(String answer) throws Exception {
    environment.put("AUTOHEAL_DOWNLOAD_URL", "https://mirror.example");
    try (Proxy proxy = new Proxy(answer)) {
      environment.put("https_proxy", proxy.url());
      assertThat(refuse())
          .contains("autoheal: the download of " + release.file() + " was cut off; ");
    }
  }

  @Test
  void saysThatTheProxyRefused() throws Exception {
    environment.put("AUTOHEAL_DOWNLOAD_URL", "https://mirror.example");
    try (Proxy proxy = new Proxy("HTTP/1.1 403 Forbidden\r\n\r\n")) {
      environment.put("https_proxy", proxy.url());
      assertThat(refuse()).contains("autoheal: the proxy refused " + release.file() + " (403); ");
    }
  }

  @Test
  void refusesADownloadWithoutAChecksum() throws Exception {
    environment.remove("AUTOHEAL_SHA256");
    server.add("SHA256SUMS", (release.checksum() + "  " + release.file() + "\n").getBytes(UTF_8));
    assertThat(refuse()).contains("autoheal: missing checksum of " + release.file() + "; ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void takesTheChecksumFromTheClone() throws Exception {
    environment.remove("AUTOHEAL_SHA256");
    pin(release.checksum());
    assertThat(install()).isExecutable();
  }

  @Test
  void prefersTheChecksumOfTheJob() throws Exception {
    pin("0".repeat(64));
    assertThat(install()).isExecutable();
  }

  private void pin(String checksum) throws IOException {
    Files.writeString(
        clone.resolve("integrations/SHA256SUMS"),
        "%s  other.zip\n%s  %s\n".formatted("1".repeat(64), checksum, release.file()));
  }

  @Test
  void acceptsAChecksumInCapitals() throws Exception {
    environment.put("AUTOHEAL_SHA256", release.checksum().toUpperCase(Locale.ROOT));
    assertThat(install()).isExecutable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "*", "x000000000000000000000000000000000000000000000000000000000000000"})
  void refusesAnInvalidChecksum(String checksum) throws Exception {
    environment.put("AUTOHEAL_SHA256", checksum);
    assertThat(refuse()).contains("autoheal: expected 64 hexadecimal digits as the checksum of ");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../1", "1/../../2", "v1.0.0", "1 2", "$(id)"})
  void refusesAnInvalidVersion(String version) throws Exception {
    environment.put("AUTOHEAL_VERSION", version);
    assertThat(refuse())
        .contains(
            "autoheal: expected a version for AUTOHEAL_VERSION, e.g. 1.2.3, got '" + version + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://mirror.example", "file:///srv", "mirror.example", "/srv"})
  void refusesAMirrorWithoutHttps(String url) throws Exception {
    environment.put("AUTOHEAL_DOWNLOAD_URL", url);
    assertThat(refuse()).contains("autoheal: invalid AUTOHEAL_DOWNLOAD_URL='" + url);
  }

  /** The URL is an option in a file for curl. */
  @ParameterizedTest
  @ValueSource(strings = {"http://a\"\noutput = \"pwned", "http://a\\", "http://a b", "http://ä"})
  void refusesAnInvalidCharacterInTheAddress(String url) throws Exception {
    environment.put("AUTOHEAL_DOWNLOAD_URL", url);
    assertThat(refuse()).contains("autoheal: invalid character in AUTOHEAL_DOWNLOAD_URL; ");
  }

  @Test
  void saysThatAMirrorUsesHttp() throws Exception {
    Script.Result result = run();
    assertThat(result.err()).contains(release.file() + " uses http, so only the checksum ");
  }

  @Test
  void showsNoPasswordOfTheMirror() throws Exception {
    environment.put("AUTOHEAL_DOWNLOAD_URL", server.url().replace("//", "//me:s3cret@"));
    assertThat(run().output()).contains("downloading http://127.0.0.1").doesNotContain("s3cret");
  }

  @Test
  void worksTwiceAtOnce() throws Exception {
    List<CompletableFuture<Path>> jobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      jobs.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return install();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }));
    }
    for (CompletableFuture<Path> job : jobs) {
      assertThat(job.get()).isExecutable();
    }
    assertThat(cached()).containsExactly(key(), key() + ".tar.gz");
    assertThat(cache.resolve(key()).resolve(release.image())).doesNotExist();
  }

  @Test
  void removesWhatAKilledJobLeft() throws Exception {
    Path left = Files.createDirectories(cache.resolve("new.abcdef"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(3, ChronoUnit.DAYS)));
    Files.createDirectories(cache.resolve("new.ghijkl"));
    install();
    assertThat(cached()).containsExactly(key(), key() + ".tar.gz", "new.ghijkl");
  }

  @Test
  void usesAutohealHome() throws Exception {
    Path launcher = Release.launcher(Files.createDirectories(temp.resolve("home of it")), "1.0.0");
    environment.put("AUTOHEAL_HOME", launcher.getParent().toString());
    assertThat(install()).isEqualTo(launcher);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void refusesAutohealHomeWithoutALauncher() throws Exception {
    environment.put("AUTOHEAL_HOME", temp.toString());
    assertThat(refuse())
        .isEqualTo(
            "autoheal: missing launcher in AUTOHEAL_HOME='%s'; set it to the folder that contains autoheal\n"
                .formatted(temp));
  }

  /** A relative path would be in the checkout. */
  @Test
  void refusesARelativeAutohealHome() throws Exception {
    Release.launcher(checkout, VERSION);
    environment.put("AUTOHEAL_HOME", ".");
    assertThat(refuse()).contains("expected an absolute path for AUTOHEAL_HOME, got '.'");
  }

  private Path onThePath(Path folder, String version) throws IOException {
    environment.put("PATH", folder + ":" + Release.path());
    return Release.launcher(Files.createDirectories(folder), version);
  }

  @Test
  void usesAutohealOnThePath() throws Exception {
    Path launcher = onThePath(temp.resolve("some bin"), VERSION);
    assertThat(install()).isEqualTo(launcher);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.8.6", "9.8.70", "9.8.7-SNAPSHOT", "9.8.7 and more"})
  void skipsAnotherVersionOnThePath(String version) throws Exception {
    Path launcher = onThePath(temp.resolve("bin"), version);
    assertThat(install()).isNotEqualTo(launcher);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void skipsAutohealOfTheCheckout() throws Exception {
    Path launcher = onThePath(checkout.resolve("bin"), VERSION);
    assertThat(install()).isNotEqualTo(launcher);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GITHUB_WORKSPACE", "BUILD_SOURCESDIRECTORY", "CI_PROJECT_DIR"})
  void skipsAutohealOfTheCheckoutOfTheJob(String variable) throws Exception {
    environment.put(variable, temp.resolve("other").toString());
    Path launcher = onThePath(temp.resolve("other/bin"), VERSION);
    assertThat(install()).isNotEqualTo(launcher);
  }

  @Test
  void skipsALinkToTheCheckout() throws Exception {
    Path launcher = onThePath(temp.resolve("bin"), VERSION);
    Files.move(launcher, checkout.resolve("autoheal"));
    Files.createSymbolicLink(launcher, checkout.resolve("autoheal"));
    assertThat(install()).isNotEqualTo(launcher);
  }

  /** A relative entry would find programs in the checkout. */
  @Test
  void startsNoProgramOfARelativeEntryOfThePath() throws Exception {
    Path launcher = Release.launcher(Files.createDirectories(checkout.resolve("bin")), VERSION);
    for (String name : List.of("curl", "tar", "uname", "sha256sum")) {
      Path hostile = Files.writeString(launcher.resolveSibling(name), "#!/bin/sh\ntouch pwned\n");
      assertThat(hostile.toFile().setExecutable(true)).isTrue();
    }
    environment.put("PATH", "bin::.:" + Release.path());
    assertThat(install()).startsWith(cache);
    assertThat(checkout.resolve("pwned")).doesNotExist();
  }

  /** GitLab caches only what is in the checkout. */
  @Test
  void keepsFilesInACacheInTheCheckout() throws Exception {
    environment.put("AUTOHEAL_CACHE", ".autoheal-cache");
    assertThat(install()).startsWith(cache);
    assertThat(checkout.resolve(".autoheal-cache").resolve(key() + ".tar.gz")).exists();
    assertThat(checkout.resolve(".autoheal-cache").resolve(key())).doesNotExist();
  }

  @Test
  void runsNoProgramFromACacheInTheCheckout() throws Exception {
    Path folder = Files.createDirectories(checkout.resolve(".autoheal-cache").resolve(key()));
    Path launcher = Release.launcher(folder, VERSION);
    environment.put("AUTOHEAL_CACHE", folder.getParent().toString());
    assertThat(install()).isNotEqualTo(launcher);
  }

  @Test
  void refusesToUnpackInTheCheckout() throws Exception {
    environment.put("XDG_CACHE_HOME", checkout.resolve(".cache").toString());
    assertThat(refuse()).contains("autoheal: expected a folder outside of the checkout, got ");
  }

  @Test
  void usesTheCloneIfAllowed() throws Exception {
    Path launcher = Release.launcher(clone, "1.0.0");
    environment.put("AUTOHEAL_BUILD", "source");
    assertThat(install()).isEqualTo(launcher);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void doesNotUseTheCloneOtherwise() throws Exception {
    Release.launcher(clone, VERSION);
    environment.remove("AUTOHEAL_SHA256");
    assertThat(refuse()).contains("or build from source");
  }

  @Test
  void refusesAnUnknownWayToBuild() throws Exception {
    environment.put("AUTOHEAL_BUILD", "sources");
    assertThat(refuse()).contains("autoheal: expected 'source' for AUTOHEAL_BUILD, got 'sources'");
  }

  @Test
  void looksForTheVersionOfThePom() throws Exception {
    assertThat(property("version"))
        .isEqualTo(inPom("<artifactId>autoheal</artifactId>\\s*<version>([^<]+)</version>"));
  }

  @Test
  void looksInTheRepositoryOfThePom() throws Exception {
    assertThat(property("repository"))
        .isEqualTo(
            "https://github.com/%s/autoheal"
                .formatted(inPom("<repository.owner>([^<]+)</repository.owner>")));
  }

  private static String property(String key) throws IOException {
    return find("(?m)^" + key + "=(.*)$", Path.of("integrations/release.properties"));
  }

  private static String inPom(String pattern) throws IOException {
    return find(pattern, Path.of("pom.xml"));
  }

  private static String find(String pattern, Path file) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
