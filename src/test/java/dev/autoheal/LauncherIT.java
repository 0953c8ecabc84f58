package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts the built jar with the sh launcher, like a user. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "this is the sh launcher")
class LauncherIT {
  private static final Path LAUNCHER = Path.of("autoheal").toAbsolutePath();
  private static final Path JAR =
      Path.of(System.getProperty("autoheal.jar", "target/autoheal.jar")).toAbsolutePath();
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  /** Above the largest process number of any system. */
  private static final long NO_PROCESS = 4_194_305;

  @TempDir Path temp;
  private Path installed;
  private Path launcher;

  private record Result(int exit, String out, String err) {}

  @BeforeEach
  void installWithoutSources() throws IOException {
    installed = Files.createDirectories(temp.resolve("an installed copy"));
    launcher = Files.copy(LAUNCHER, installed.resolve("autoheal"));
    Files.copy(JAR, installed.resolve("autoheal.jar"));
  }

  @Test
  void startsFromAFolderWithSpacesWithoutOwnOutput() throws Exception {
    Result result = run(temp, launcher, "--version");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("0.1.0").isEqualTo(withoutLauncher("--version"));
    assertThat(result.err()).isEmpty();
  }

  @Test
  void refusesAFolderWithAColon() throws Exception {
    Path folder = Files.move(installed, temp.resolve("a:b"));

    Result result = run(temp, folder.resolve("autoheal"), "--version");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("because of the colon in its path; move the folder");
  }

  @Test
  void passesHelpAndTheExitCodeOfAnUnknownOption() throws Exception {
    assertThat(run(temp, launcher, "--help").out()).isEqualTo(withoutLauncher("--help"));

    Result wrong = run(temp, launcher, "--no-such-option");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).isNotEmpty();
  }

  @Test
  void startsThroughLinksFromAnotherFolder() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("some where/else"));
    Path absolute = Files.createSymbolicLink(temp.resolve("absolute"), launcher);
    Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("../../absolute"));

    assertThat(run(temp, absolute, "--version").exit()).isZero();
    assertThat(run(elsewhere, Path.of("./relative"), "--version").exit()).isZero();
    assertThat(run(temp, Path.of("some where/else/relative"), "--version").exit()).isZero();
  }

  @Test
  void checksAFileWhoseNameIsNotAsciiUnderTheCLocale() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("caf\u00e9 au lait"));
    Files.writeString(folder.resolve("Web.config"), "<configuration>");
    Result result =
        run(
            temp,
            Map.of("LC_ALL", "C", "LANG", "C", "JAVA_HOME", JAVA_HOME.toString()),
            "",
            List.of("/bin/sh", launcher.toString(), "check", "caf\u00e9 au lait/Web.config"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("caf\u00e9 au lait/Web.config").contains("malformed-xml");
    assertThat(result.err()).doesNotContain("Exception");
  }

  @Test
  void passesStandardInput() throws Exception {
    Result result =
        run(
            temp,
            Map.of("JAVA_HOME", JAVA_HOME.toString()),
            "<configuration>",
            List.of(
                "/bin/sh", launcher.toString(), "check", "--stdin-filename", "web.config", "-"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("malformed-xml");
  }

  @Test
  void passesArgumentsAndOptionsUnchanged() throws Exception {
    Result result = run(temp, launcher, "check", "no such * file $HOME `x`.config");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("no such * file $HOME `x`.config");
    assertThat(
            run(
                    temp,
                    Map.of("JAVA_HOME", JAVA_HOME.toString(), "AUTOHEAL_OPTS", "-Xmx64m -Da=* "),
                    "",
                    List.of("/bin/sh", launcher.toString(), "--version"))
                .exit())
        .isZero();
  }

  @Test
  void reportsMissingJava() throws Exception {
    Result result = run(temp, Map.of("PATH", "/nowhere"), "", shell("--version"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "autoheal: Java not found. Install JDK 17 or newer (e.g. from https://adoptium.net)"
                + " and add it to the PATH or set JAVA_HOME.\n");
  }

  @Test
  void reportsTooOldJava() throws Exception {
    Path eleven = fakeJava("eleven", "openjdk version \"11.0.2\" 2019-01-15");
    Path eight = fakeJava("eight", "java version \"1.8.0_392\"");
    Result result =
        run(
            temp,
            Map.of("JAVA_HOME", eleven.toString(), "PATH", eight.resolve("bin").toString()),
            "",
            shell("--version"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Java 11 (").contains("Java 8 (").contains("17 or newer");
  }

  @Test
  void fallsBackToTheJavaOnThePath() throws Exception {
    String path = JAVA_HOME.resolve("bin").toString();
    for (Path home : List.of(fakeJava("old", "openjdk version \"11\""), temp.resolve("gone"))) {
      assertThat(
              run(temp, Map.of("JAVA_HOME", home.toString(), "PATH", path), "", shell("--version"))
                  .exit())
          .isZero();
    }
  }

  @Test
  void neverRunsAProgramOfTheCurrentFolder() throws Exception {
    Path stranger = Files.createDirectories(temp.resolve("stranger/bin")).getParent();
    for (String name : List.of("java", "bin/java", "readlink", "find", "wc", "cat", "locale")) {
      Path program = stranger.resolve(name);
      Files.writeString(program, "#!/bin/sh\ntouch '" + temp.resolve("PWNED") + "'\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path clone = cloneWithBuild("cp '" + JAR + "' \"$dir/autoheal.jar\"");
    String real = JAVA_HOME.resolve("bin") + ":" + System.getenv("PATH");
    for (String path :
        List.of(".:" + real, ":" + real, real + ":", "bin:../stranger:" + real, "./bin::" + real)) {
      for (Path start : List.of(launcher, clone.resolve("autoheal"))) {
        Map<String, String> environment = Map.of("PATH", path, "JAVA_HOME", ".");
        List<String> command = List.of("/bin/sh", start.toString(), "--version");
        assertThat(run(stranger, environment, "", command).exit()).isZero();
      }
    }
    assertThat(temp.resolve("PWNED")).doesNotExist();
    assertThat(run(stranger, Map.of("PATH", ".:bin:"), "", shell("--version")).out())
        .isIn("", withoutLauncher("--version"));
    assertThat(temp.resolve("PWNED")).doesNotExist();
  }

  @Test
  void reportsAFailureOfTheJvm() throws Exception {
    Map<String, String> environment =
        Map.of("JAVA_HOME", JAVA_HOME.toString(), "AUTOHEAL_OPTS", "-XX:NoSuchOption");
    assertJvmFails(run(temp, environment, "", shell("--version")));

    Files.writeString(installed.resolve("autoheal.jar"), "truncated");
    assertJvmFails(run(temp, launcher, "--version"));
  }

  private static void assertJvmFails(Result result) {
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("autoheal: the JVM failed (", "; check AUTOHEAL_OPTS");
  }

  @Test
  void ignoresATruncatedArchive() throws Exception {
    Path clone = cloneWithBuild("cp '" + JAR + "' \"$dir/autoheal.jar\"");
    run(temp, clone.resolve("autoheal"), "--version");
    Path archive = archives(clone.resolve("target")).get(0);
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 4));
    assertStarts(clone);
    assertThat(Files.size(archive)).isGreaterThan(whole.length / 2);
    assertThat(temp.toFile().list()).noneMatch(name -> name.startsWith("hs_err"));
  }

  @Test
  void startsWithATruncatedArchiveThatItCannotRepair() throws Exception {
    Path cache = temp.resolve("cache");
    runWithCache(JAVA_HOME, cache.toString());
    Path archive = archives(cache.resolve("autoheal")).get(0);
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 4));

    Result result = run(temp, onCiServer(JAVA_HOME, cache), "", shell("--version"));

    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo(withoutLauncher("--version"));
    assertThat(Files.size(archive)).isEqualTo(whole.length / 4);
  }

  @Test
  void printsNothingOfACrashOfTheJvm() throws Exception {
    Path cache = temp.resolve("cache");
    runWithCache(JAVA_HOME, cache.toString());
    Path archive = archives(cache.resolve("autoheal")).get(0);
    byte[] damaged = Files.readAllBytes(archive);
    Arrays.fill(damaged, damaged.length / 4, damaged.length * 3 / 4, (byte) 0x5A);
    Files.delete(archive);
    Files.write(archive, damaged);

    Result result = run(temp, onCiServer(JAVA_HOME, cache), "", shell("--version"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).allMatch(line -> line.startsWith("autoheal: "));
  }

  @Test
  void deletesAnArchiveWithWhichTheJvmFails() throws Exception {
    Path cache = temp.resolve("cache");
    Path java = javaThatWritesArchives();
    runWithCache(java, cache.toString());
    Path archive = archives(cache.resolve("autoheal")).get(0);
    Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nexit 1\n");

    Result result = run(temp, onCiServer(java, cache), "", shell("--version"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .startsWith("autoheal: deleted " + archive + ", which may be damaged; run again\n")
        .contains("autoheal: the JVM failed (");
    assertThat(archive).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx----w-"})
  void keepsNoArchiveWhereOthersMayWrite(String permissions) throws Exception {
    Path cache = Files.createDirectories(temp.resolve("cache/autoheal"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));

    assertThat(runWithCache(javaThatWritesArchives(), cache.getParent().toString()).exit())
        .isZero();

    assertThat(archives(cache)).isEmpty();
  }

  @Test
  void removesWhatAKilledLauncherLeftInTheCache() throws Exception {
    Path cache = temp.resolve("cache");
    Path left = Files.createDirectories(cache.resolve("autoheal/launcher." + NO_PROCESS));
    Path other = Files.createDirectories(cache.resolve("autoheal/launcher." + pid()));

    runWithCache(javaThatWritesArchives(), cache.toString());

    assertThat(left).doesNotExist();
    assertThat(other).exists();
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static Map<String, String> onCiServer(Path javaHome, Path cache) {
    return Map.of(
        "JAVA_HOME", javaHome.toString(), "XDG_CACHE_HOME", cache.toString(), "CI", "true");
  }

  private void assertStarts(Path clone) throws Exception {
    Result result = run(temp, clone.resolve("autoheal"), "--version");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo(withoutLauncher("--version"));
  }

  @Test
  void reportsClosedStandardInput() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", JAVA_HOME.toString());
    List<String> command =
        List.of("/bin/sh", "-c", "exec /bin/sh \"$0\" check - <&-", launcher.toString());
    Result result = run(temp, environment, "", command);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).startsWith("autoheal: standard input is closed; ");
  }

  @Test
  void forwardsASignalAndWaits() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString(), "check", "-");
    builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
    Process process = builder.redirectErrorStream(true).start();
    List<ProcessHandle> jvm = List.of();
    for (int i = 0; jvm.isEmpty() && i < 200; i++) {
      Thread.sleep(50);
      jvm = process.descendants().filter(LauncherIT::isJava).toList();
    }
    // Process.destroy would also close the streams, and the shell could end with SIGPIPE.
    process.toHandle().destroy();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(jvm).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("java")).isPresent();
  }

  @Test
  void buildsACloneOnFirstUseAndAfterSourceChanges() throws Exception {
    Path clone = cloneWithBuild("cp '" + JAR + "' \"$dir/autoheal.jar\"");
    Path start = clone.resolve("autoheal");

    Result first = run(temp, start, "--version");
    assertThat(first.exit()).isZero();
    assertThat(first.out()).isEqualTo(withoutLauncher("--version"));
    assertThat(first.err()).isEqualTo("autoheal: building autoheal (first use)\u2026\n");

    assertThat(run(temp, start, "--version").err()).isEmpty();
    assertThat(builds(clone)).isEqualTo(1);

    Files.setLastModifiedTime(
        clone.resolve("src/main/java/Some.java"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run(temp, start, "--version").err())
        .isEqualTo("autoheal: building autoheal (sources changed)\u2026\n");
    assertThat(builds(clone)).isEqualTo(2);
  }

  @Test
  void archivesTheLoadedClasses() throws Exception {
    Path clone = cloneWithBuild("cp '" + JAR + "' \"$dir/autoheal.jar\"");
    run(temp, clone.resolve("autoheal"), "--version");

    assertThat(archives(clone.resolve("target")))
        .singleElement()
        .satisfies(archive -> assertThat(archive).isNotEmptyFile());
  }

  @Test
  void archivesTheClassesOfAnInstallationInTheCacheOfTheUser() throws Exception {
    Path cache = temp.resolve("a cache");
    List<String> before = List.of(installed.toFile().list());

    Result result = runWithCache(JAVA_HOME, cache.toString());

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEqualTo("autoheal: preparing a faster start (first use)\u2026\n");
    assertThat(runWithCache(JAVA_HOME, cache.toString()).err()).isEmpty();
    assertThat(archives(cache.resolve("autoheal")))
        .singleElement()
        .satisfies(archive -> assertThat(archive).isNotEmptyFile());
    assertThat(List.of(installed.toFile().list())).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void startsWithoutAHomeFolder() throws Exception {
    List<String> command = new ArrayList<>(List.of("env", "-u", "HOME", "-u", "XDG_CACHE_HOME"));
    command.addAll(shell("--version"));

    Result result = run(temp, Map.of("JAVA_HOME", JAVA_HOME.toString()), "", command);

    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
  }

  @Test
  void makesNoArchiveOnACiServer() throws Exception {
    Path cache = temp.resolve("cache");
    Map<String, String> environment = onCiServer(javaThatWritesArchives(), cache);

    assertThat(run(temp, environment, "", shell("--version")).exit()).isZero();

    assertThat(archives(cache.resolve("autoheal"))).isEmpty();
  }

  @Test
  void keepsAnArchiveForEachInstallation() throws Exception {
    Path cache = temp.resolve("cache");
    Path java = javaThatWritesArchives();
    runWithCache(java, cache.toString());
    launcher = Files.move(installed, temp.resolve("moved")).resolve("autoheal");

    runWithCache(java, cache.toString());

    assertThat(archives(cache.resolve("autoheal"))).hasSize(2);
  }

  @Test
  void keepsAnArchiveForEachJarAtOnePath() throws Exception {
    Path cache = temp.resolve("cache");
    Path java = javaThatWritesArchives();
    runWithCache(java, cache.toString());
    Path other = Files.copy(JAR, temp.resolve("other.jar"));
    Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    Files.move(other, installed.resolve("autoheal.jar"), StandardCopyOption.REPLACE_EXISTING);

    runWithCache(java, cache.toString());

    assertThat(archives(cache.resolve("autoheal"))).hasSize(2);
  }

  @Test
  void keepsNoArchiveWithoutACache() throws Exception {
    assertThat(runWithCache(JAVA_HOME, "relative").exit()).isZero();

    assertThat(temp.resolve("relative")).doesNotExist();
    assertThat(archives(installed)).isEmpty();
  }

  private Result runWithCache(Path javaHome, String cache) throws Exception {
    return run(
        temp,
        Map.of("JAVA_HOME", javaHome.toString(), "XDG_CACHE_HOME", cache),
        "",
        shell("--version"));
  }

  /** A Java that takes no time. */
  private Path javaThatWritesArchives() throws IOException {
    Path home = fakeJava("fake", "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"21\"\n");
    Files.writeString(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
          case $argument in
            -XX:ArchiveClassesAtExit=*) echo archive >"${argument#*=}" ;;
          esac
        done
        """);
    return home;
  }

  private static List<Path> archives(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".archive")).toList();
    }
  }

  @Test
  void prefersTheRuntimeBesideIt() throws Exception {
    Path bin = Files.createDirectories(installed.resolve("runtime/bin"));
    Files.copy(fakeJava("fake", "ours").resolve("bin/java"), bin.resolve("java"));
    Files.writeString(installed.resolve("runtime/release"), "JAVA_VERSION=\"25.0.1\"\n");

    Result result = run(temp, launcher, "--version");

    assertThat(result.err()).isEqualTo("ours\n");
  }

  @Test
  void showsTheLogOfAFailedBuild() throws Exception {
    Path clone = cloneWithBuild("echo 'no such compiler'; exit 1");
    Result result = run(temp, clone.resolve("autoheal"), "--version");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("no such compiler")
        .endsWith("the build failed; see the log above\n");
    assertThat(clone.resolve("target")).isEmptyDirectory();
  }

  @Test
  void buildsOnceForConcurrentStarts() throws Exception {
    Path clone = cloneWithBuild("sleep 1; cp '" + JAR + "' \"$dir/autoheal.jar\"");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ProcessBuilder builder =
          new ProcessBuilder("/bin/sh", clone.resolve("autoheal").toString(), "--version");
      builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      processes.add(builder.start());
    }

    for (Process process : processes) {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    assertThat(builds(clone)).isEqualTo(1);
  }

  @Test
  void buildsDespiteTheLockOfADeadLauncher() throws Exception {
    Path clone = cloneWithBuild("cp '" + JAR + "' \"$dir/autoheal.jar\"");
    Path lock = Files.createDirectories(clone.resolve("target/launcher.lock"));
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    assertThat(run(temp, clone.resolve("autoheal"), "--version").exit()).isZero();
    assertThat(lock).doesNotExist();
  }

  /** Creates a clone whose Maven wrapper counts its runs and then runs a line of sh. */
  private Path cloneWithBuild(String line) throws IOException {
    Path clone = Files.createDirectories(temp.resolve("a clone"));
    Files.copy(LAUNCHER, clone.resolve("autoheal"));
    Files.createDirectories(clone.resolve("schemas"));
    Files.writeString(clone.resolve("pom.xml"), "<project />");
    Files.createDirectories(clone.resolve("src/main/java"));
    Files.writeString(clone.resolve("src/main/java/Some.java"), "");
    Files.writeString(
        clone.resolve("mvnw"),
        """
        #!/bin/sh
        for argument; do
          case $argument in
            -Dbuild.dir=*) dir=${argument#*=} ;;
          esac
        done
        echo build >>builds
        echo 'this goes to the log'
        mkdir -p "$dir"
        """
            + line
            + "\n");
    return clone;
  }

  private static int builds(Path clone) throws IOException {
    return Files.readAllLines(clone.resolve("builds")).size();
  }

  private Path fakeJava(String name, String version) throws IOException {
    Path bin = Files.createDirectories(temp.resolve(name).resolve("bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '" + version + "' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return temp.resolve(name);
  }

  private List<String> shell(String argument) {
    return List.of("/bin/sh", launcher.toString(), argument);
  }

  private String withoutLauncher(String argument) throws Exception {
    String java = JAVA_HOME.resolve("bin/java").toString();
    return run(temp, Map.of(), "", List.of(java, "-jar", JAR.toString(), argument)).out();
  }

  private static Result run(Path folder, Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    return run(folder, Map.of("JAVA_HOME", JAVA_HOME.toString()), "", command);
  }

  private static Result run(
      Path folder, Map<String, String> environment, String input, List<String> command)
      throws Exception {
    Path out = Files.createTempFile("launcher", ".out");
    Path err = Files.createTempFile("launcher", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeAll(
            List.of(
                "JAVA_HOME",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "AUTOHEAL_OPTS",
                "COLUMNS",
                "CI"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      try (OutputStream stream = process.getOutputStream()) {
        stream.write(input.getBytes(UTF_8));
      }
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
