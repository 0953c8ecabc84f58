package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs {@code autoheal.cmd} in the command prompt of Wine, with a program that stands in for Java
 * and writes down its arguments. To run: {@code ./mvnw -Pwine verify}
 *
 * <p>Wine's command prompt differs from that of Windows, and cannot test some promises of the
 * launcher. It expands percent signs in values once more. It knows the folder of a command file
 * whose name is in quotes, runs commands after {@code &&} whatever the exit code, and has another
 * limit for lines. Its {@code where}, {@code findstr} and {@code powershell} are stubs, so that the
 * build of a clone is not tested.
 */
@EnabledIfSystemProperty(
    named = "autoheal.wine",
    matches = ".+",
    disabledReason = "needs Wine and MinGW; run ./mvnw -Pwine verify")
class WindowsLauncherIT {
  /** Characters that mean something to the command prompt or to a class path. */
  private static final String FOLDER = "an \u00e9 & (x86) ^ !";

  @TempDir static Path shared;
  private static Path standIn;

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private Path installed;

  private record Run(int exit, String output) {}

  @BeforeAll
  static void buildStandInAndPrepareWine() throws Exception {
    standIn = shared.resolve("java.exe");
    String source = Path.of("src/test/wine/java.c").toAbsolutePath().toString();
    List<String> compile =
        List.of("x86_64-w64-mingw32-gcc", "-municode", "-o", standIn.toString(), source);
    assertThat(start(compile, Map.of(), "")).isEqualTo(new Run(0, ""));
    assertThat(start(List.of("wineboot", "-i"), Map.of(), "").exit()).isZero();
  }

  @BeforeEach
  void install() throws IOException {
    installed = Files.createDirectory(temp.resolve(FOLDER));
    Files.copy(Path.of("autoheal.cmd"), installed.resolve("autoheal.cmd"));
    Files.createFile(installed.resolve("autoheal.jar"));
    environment.put("STAND_IN_ARGUMENTS", windows(temp.resolve("arguments")));
    environment.put("STAND_IN_VERSION", "21.0.2");
  }

  private static String windows(Path path) {
    return "Z:" + path.toString().replace('/', '\\');
  }

  /** Adds the runtime of a release. */
  private void addRuntime() throws IOException {
    addJava(installed.resolve("runtime"));
    Files.createDirectory(installed.resolve("runtime/lib"));
    Files.createFile(installed.resolve("runtime/lib/autoheal.archive"));
  }

  private static Path addJava(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.copy(standIn, home.resolve("bin/java.exe"));
    return home;
  }

  /** Runs the launcher with arguments as they are written in a command file. */
  private Run run(String arguments) throws Exception {
    return run("", arguments, "");
  }

  private Run runWithPath(String path) throws Exception {
    return run("@set PATH=" + path + "\r\n", "check", "");
  }

  private Run run(String before, String arguments, String input) throws Exception {
    Path caller = temp.resolve("caller.cmd");
    Files.writeString(caller, before + "@\"%LAUNCHER%\" " + arguments + "\r\n");
    environment.put("LAUNCHER", windows(installed.resolve("autoheal.cmd")));
    return start(List.of("wine", "cmd", "/c", windows(caller)), environment, input);
  }

  private static Run start(List<String> command, Map<String, String> environment, String input)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // For relative paths.
    builder.directory(shared.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("JAVA_.*|JDK_.*|AUTOHEAL_.*"));
    builder.environment().put("WINEPREFIX", System.getProperty("autoheal.wine"));
    builder.environment().put("WINEDEBUG", "-all");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  /** Returns the arguments of Java, of which the first is the program itself. */
  private List<String> arguments() throws IOException {
    return Files.readAllLines(temp.resolve("arguments"));
  }

  private String java() throws IOException {
    return arguments().get(0);
  }

  private List<String> argumentsOfAutoheal() throws IOException {
    List<String> all = arguments();
    return all.subList(all.indexOf("dev.autoheal.cli.Main") + 1, all.size());
  }

  @Test
  void startsTheRuntimeOfARelease() throws Exception {
    addRuntime();
    environment.put("JAVA_HOME", windows(addJava(temp.resolve("jdk"))));

    assertThat(run("check")).isEqualTo(new Run(0, ""));

    assertThat(java()).isEqualTo(windows(installed.resolve("runtime/bin/java.exe")));
    assertThat(arguments())
        .containsSubsequence(
            "-XX:AOTCache=" + windows(installed.resolve("runtime/lib/autoheal.archive")),
            "-Dautoheal.launcher=" + windows(installed.resolve("autoheal.cmd")),
            "-cp",
            windows(installed.resolve("autoheal.jar")),
            "dev.autoheal.cli.Main",
            "check");
  }

  @Test
  void refusesAFolderWithASemicolon() throws Exception {
    addRuntime();
    installed = Files.move(installed, temp.resolve("a;b"));

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.output()).contains("because of the semicolon in its path; move the folder");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOHEAL_OPTS, -XX:AOTCache=mine",
    "AUTOHEAL_OPTS, -XX:SharedArchiveFile=mine",
    "AUTOHEAL_OPTS, -Xshare:off",
    "JDK_JAVA_OPTIONS, -XX:AOTCache=mine",
    "JAVA_TOOL_OPTIONS, -Da=\"b & c\" -XX:AOTCache=mine"
  })
  void leavesTheArchiveToTheUser(String variable, String options) throws Exception {
    addRuntime();
    environment.put(variable, options);

    run("check");

    assertThat(arguments()).noneMatch(each -> each.contains("autoheal.archive"));
  }

  @Test
  void keepsTheArchiveWithOtherOptions() throws Exception {
    addRuntime();
    environment.put("AUTOHEAL_OPTS", "-Xmx2g -Da=b");

    run("check");

    assertThat(arguments())
        .containsSubsequence(
            "-XX:AOTCache=" + windows(installed.resolve("runtime/lib/autoheal.archive")),
            "-Xmx2g",
            "-Da=b");
  }

  @Test
  void startsARuntimeWithoutAnArchive() throws Exception {
    addRuntime();
    Files.delete(installed.resolve("runtime/lib/autoheal.archive"));

    assertThat(run("check")).isEqualTo(new Run(0, ""));

    assertThat(arguments()).noneMatch(each -> each.contains("AOTCache"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 250})
  void startsARuntimeWithAPathOfAnyLength(int folders) throws Exception {
    addRuntime();

    assertThat(runWithPath("C:\\Program Files\\a folder;".repeat(folders)))
        .isEqualTo(new Run(0, ""));
  }

  @Test
  void writesNothingIntoTheInstallation() throws Exception {
    addRuntime();
    List<Path> before = tree();

    run("check");

    assertThat(tree()).isEqualTo(before);
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> files = Files.walk(installed)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "'\"a b\"', a b",
    "'\"a&b\"', a&b",
    "'\"a^b\"', a^b",
    "a!b, a!b",
    "a=b, a=b",
    "'a,b', 'a,b'",
    "a;b, a;b",
    "*.config, *.config",
    "C:\\a\\web.config, C:\\a\\web.config",
    "\\\\server\\share\\web.config, \\\\server\\share\\web.config",
    "'\"\"', ''"
  })
  void passesAnArgument(String written, String passed) throws Exception {
    addRuntime();

    run("check " + written + " end");

    assertThat(argumentsOfAutoheal()).containsExactly("check", passed, "end");
  }

  @Test
  void passesStandardInputAndOutput() throws Exception {
    addRuntime();

    assertThat(run("", "check -", "a\nb\r\n\u00e9")).isEqualTo(new Run(0, "a\nb\r\n\u00e9"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 1", "2, 2", "3, 3", "130, 130"})
  void translatesTheExitCode(String ofJava, int code) throws Exception {
    addRuntime();
    environment.put("STAND_IN_EXIT", ofJava);

    assertThat(run("check")).isEqualTo(new Run(code, ""));
  }

  @Test
  void reportsAJvmThatDoesNotStart() throws Exception {
    addRuntime();
    environment.put("STAND_IN_EXIT", "1");

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.output()).startsWith("autoheal: the JVM failed (").contains("exit code 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\"%s\"", "%s\\", "\"%s\\\""})
  void takesTheJavaOfJavaHome(String format) throws Exception {
    Path home = addJava(temp.resolve("jdk (x86) & more"));
    environment.put("JAVA_HOME", format.formatted(windows(home)));

    assertThat(run("check")).isEqualTo(new Run(0, ""));

    assertThat(java().replace("\\\\", "\\")).isEqualTo(windows(home.resolve("bin/java.exe")));
  }

  @Test
  void takesAJavaHomeWithSlashes() throws Exception {
    Path home = addJava(temp.resolve("jdk"));
    environment.put("JAVA_HOME", windows(home).replace('\\', '/'));

    assertThat(run("check")).isEqualTo(new Run(0, ""));

    assertThat(java()).isEqualTo(windows(home.resolve("bin/java.exe")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%s\\",
        "\"%s\"",
        "C:\\a;%s;C:\\b",
        "C:\\Program Files (x86);%s",
        "\"C:\\a;b\";%s",
        "\"C:\\a & b\";\"%s\"",
        ";;%s;",
        "a;%s",
      })
  void findsAJavaInThePath(String path) throws Exception {
    Path home = addJava(temp.resolve("jdk (x86)"));

    assertThat(runWithPath(path.formatted(windows(home.resolve("bin"))))).isEqualTo(new Run(0, ""));

    assertThat(java().replace("\\\\", "\\")).isEqualTo(windows(home.resolve("bin/java.exe")));
  }

  @Test
  void keepsOnlyAbsoluteEntriesOfThePath() throws Exception {
    addRuntime();
    environment.put("STAND_IN_PATH", windows(temp.resolve("path")));

    runWithPath("relative;.;;C:\\a b;\\rooted;C:relative;\\\\server\\share;\"C:\\c\"");

    assertThat(temp.resolve("path"))
        .hasContent("C:\\windows\\System32;C:\\a b;\\\\server\\share;C:\\c");
  }

  @Test
  void takesTheFirstJavaOfThePathThatIsNewEnough() throws Exception {
    Path old = addJava(temp.resolve("old"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_292\"\r\n");
    Path current = addJava(temp.resolve("new (x86)"));
    environment.put("WINEPATH", windows(old) + "\\bin;" + windows(current) + "\\bin");

    assertThat(run("check")).isEqualTo(new Run(0, ""));

    assertThat(java()).isEqualTo(windows(current.resolve("bin/java.exe")));
  }

  @Test
  void readsTheVersionFromTheRelease() throws Exception {
    Path home = addJava(temp.resolve("jdk"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"A & B\"\r\nJAVA_VERSION=\"17.0.2\"\r\n");
    environment.put("STAND_IN_VERSION", "1.8.0_292");
    environment.put("JAVA_HOME", windows(home));

    assertThat(run("check")).isEqualTo(new Run(0, ""));
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_292, 8", "11.0.2, 11", "16, 16"})
  void refusesAnOldJava(String version, int major) throws Exception {
    environment.put("STAND_IN_VERSION", version);
    environment.put("JAVA_HOME", windows(addJava(temp.resolve("jdk & more"))));

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.output())
        .startsWith("autoheal: Java " + major + " (")
        .contains("is too old. Install JDK 17 or newer");
  }

  @Test
  void ignoresAJavaWithoutAVersion() throws Exception {
    environment.put("STAND_IN_VERSION", "");
    environment.put("JAVA_HOME", windows(addJava(temp.resolve("jdk"))));

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.output()).startsWith("autoheal: Java not found.");
  }

  @Test
  void neverStartsAJavaOfARelativePath() throws Exception {
    addJava(shared.resolve("relative"));
    environment.put("JAVA_HOME", "relative");
    environment.put("WINEPATH", "relative\\bin");

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.output()).startsWith("autoheal: Java not found.");
  }

  @Test
  void reportsAMissingJar() throws Exception {
    addRuntime();
    Files.delete(installed.resolve("autoheal.jar"));

    Run run = run("check");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.output()).startsWith("autoheal: missing autoheal.jar in ");
  }
}
