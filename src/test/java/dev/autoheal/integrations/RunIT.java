package dev.autoheal.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs whole jobs, each in a clone with a pull request checked out. */
@DisabledOnOs(OS.WINDOWS)
class RunIT {
  private static final Path JAR =
      Path.of(System.getProperty("autoheal.jar", "target/autoheal.jar")).toAbsolutePath();
  private static final String GOOD =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <memory privateBytesInKB="819200" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;
  private static final String BAD = GOOD.replace("819200", "many");

  @TempDir Path temp;
  private Path scripts;
  private Path folder;
  private Workspace work;
  private Service service;

  @BeforeEach
  void open() throws IOException {
    Path tool = Files.createDirectories(temp.resolve("a tool"));
    Files.copy(Path.of("autoheal"), tool.resolve("autoheal"));
    Files.copy(JAR, tool.resolve("autoheal.jar"));
    scripts = tool.resolve("integrations");
    try (Stream<Path> files = Files.walk(Path.of("integrations"))) {
      for (Path file : files.toList()) {
        Files.copy(file, tool.resolve(file));
      }
    }
    folder = Files.createDirectories(temp.resolve("work"));
    work = Workspace.in(folder).repository().file("web.config", GOOD).file("old/web.config", BAD);
    commit();
    work.git("update-ref", "refs/remotes/origin/main", "HEAD");
    Files.writeString(
        temp.resolve("event.json"),
        "{\"pull_request\":{\"number\":5,\"head\":{\"sha\":\"%s\"}}}".formatted(Host.SHA));
    service = new Service();
  }

  @AfterEach
  void close() {
    service.close();
  }

  private void commit() {
    work.git("add", "-A");
    work.git("commit", "-q", "-m", "x");
  }

  private Map<String, String> environment(Host host) {
    Map<String, String> environment = host.environment(service.url(), temp);
    environment.put("GITHUB_ACTION_PATH", scripts.resolve("github").toString());
    environment.put("HOME", temp.toString());
    environment.put("AUTOHEAL_BUILD", "source");
    // A relative path turns off the launcher's cache, which would take seconds to fill in each
    // test.
    environment.put("XDG_CACHE_HOME", "off");
    return environment;
  }

  private Script.Result run(Host host) throws Exception {
    return run(host, environment(host));
  }

  private Script.Result run(Host host, Map<String, String> environment) throws Exception {
    Script.Result result = Script.run(folder, environment, scripts.resolve(host.run()).toString());
    assertThat(result.output()).doesNotContain(Host.TOKEN);
    return result;
  }

  @ParameterizedTest
  @EnumSource
  void failsForFindingsOfThePullRequest(Host host) throws Exception {
    work.file("web.config", BAD);
    commit();
    Script.Result result = run(host);
    assertThat(result.exit()).as(result.output()).isEqualTo(1);
    assertThat(result.output()).contains("invalid privateBytesInKB=\"many\"");
    assertThat(service.comments()).hasSize(1);
    assertThat(service.comments().get(0).body)
        .contains("### autoheal review: findings", "invalid privateBytesInKB&#61;&#34;many&#34;")
        .doesNotContain("old/web.config");

    work.file("web.config", GOOD);
    commit();
    result = run(host);
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(service.comments()).hasSize(1);
    assertThat(service.comments().get(0).body).contains("Resolved");
  }

  @ParameterizedTest
  @EnumSource
  void checksEverythingOutsideOfPullRequests(Host host) throws Exception {
    Map<String, String> environment = environment(host);
    environment.remove("GITHUB_BASE_REF");
    environment.remove("SYSTEM_PULLREQUEST_TARGETBRANCH");
    environment.remove("SYSTEM_PULLREQUEST_PULLREQUESTID");
    environment.remove("CI_MERGE_REQUEST_DIFF_BASE_SHA");
    environment.remove("CI_MERGE_REQUEST_IID");
    Files.writeString(temp.resolve("event.json"), "{}");
    Script.Result result = run(host, environment);
    assertThat(result.exit()).as(result.output()).isEqualTo(1);
    assertThat(result.output()).contains("old/web.config");
    assertThat(service.writes()).isEmpty();
    environment.put("AUTOHEAL_FAIL_ON", "never");
    assertThat(run(host, environment).exit()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void worksForAFork(Host host) throws Exception {
    service.refuseWrites();
    work.file("web.config", BAD);
    commit();
    Script.Result result = run(host);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).contains("cannot write the ", ": POST was refused (403);");
  }

  @ParameterizedTest
  @EnumSource
  void reportsErrors(Host host) throws Exception {
    work.file("autoheal.yaml", "version: 3\n");
    commit();
    Script.Result result = run(host);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.output()).contains("autoheal.yaml");
    assertThat(service.comments().get(0).body).contains("### autoheal review: error");

    work.git("update-ref", "-d", "refs/remotes/origin/main");
    result = run(host);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.output())
        .contains("unknown revision 'origin/main' in this repository; run `git fetch");
  }

  /** The author of a pull request chooses the branch name. */
  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "AZURE"})
  void neverRunsABranchNameAsACommand(Host host) throws Exception {
    String name = "$(touch${IFS}pwned)`touch${IFS}pwned`;touch";
    work.git("update-ref", "refs/remotes/origin/" + name, "HEAD");
    Map<String, String> environment = environment(host);
    environment.replaceAll(
        (key, value) -> value.replaceFirst("(^|/)main$", "$1" + name.replace("$", "\\$")));
    assertThat(run(host, environment).exit()).isZero();
    assertThat(folder.resolve("pwned")).doesNotExist();
  }

  @Test
  void actionWritesASummaryAndOutputs() throws Exception {
    work.file("web.config", GOOD.replace("819200", "919200"));
    commit();
    assertThat(run(Host.GITHUB).output())
        .contains("::notice file=web.config,line=5,")
        .contains("fires later");
    assertThat(Files.readString(temp.resolve("summary.md"), UTF_8))
        .contains("Changes in behavior", "fires later");
    assertThat(Files.readString(temp.resolve("output"), UTF_8))
        .isEqualTo(
            """
            exit-code=0
            sarif=%1$s/report.sarif
            json=%1$s/report.json
            markdown=%1$s/report.markdown
            html=%1$s/report.html
            outcome=changed
            """
                .formatted(temp.resolve("autoheal")));
    assertThat(temp.resolve("autoheal/report.sarif")).content().contains("\"version\" : \"2.1.0\"");

    Map<String, String> environment = environment(Host.GITHUB);
    environment.put("AUTOHEAL_COMMENT", "false");
    run(Host.GITHUB, environment);
    assertThat(service.writes()).hasSize(1);
  }

  @Test
  void basePolicyCannotBeLoosened() throws Exception {
    Path trusted = Files.writeString(temp.resolve("trusted.yaml"), Workspace.POLICY);
    work.file("web.config", GOOD.replace("819200", "919200"));
    commit();
    Map<String, String> environment = environment(Host.GITHUB);
    environment.put("AUTOHEAL_BASE_POLICY", trusted.toString());
    Script.Result result = run(Host.GITHUB, environment);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).contains("but the policy requires 800 MB (819200 KB)");
  }

  @Test
  void actionOutputsNoMissingReports() throws Exception {
    Map<String, String> environment = environment(Host.GITHUB);
    environment.put("AUTOHEAL_FAIL_ON", "fatal");
    Script.Result result = run(Host.GITHUB, environment);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.output())
        .contains(
            "expected one of error, warning, info, never for --fail-on, got 'fatal'",
            "::error title=autoheal::autoheal failed with exit code 2; see the log\n");
    assertThat(Files.readString(temp.resolve("output"), UTF_8))
        .isEqualTo("exit-code=2\noutcome=error\n");
  }

  @ParameterizedTest
  @EnumSource
  void downloadsTheReleaseAndRunsIt(Host host) throws Exception {
    work.file("web.config", BAD);
    commit();
    Release release = Release.of("9.8.7", Path.of("autoheal"), JAR, temp);
    try (Releases server = new Releases()) {
      server.add(release.file(), release.content());
      Map<String, String> environment = environment(host);
      environment.remove("AUTOHEAL_BUILD");
      environment.put("AUTOHEAL_VERSION", "9.8.7");
      environment.put("AUTOHEAL_SHA256", release.checksum());
      environment.put("AUTOHEAL_DOWNLOAD_URL", server.url());
      Script.Result result = run(host, environment);
      assertThat(result.exit()).as(result.output()).isEqualTo(1);
      assertThat(result.output()).contains("invalid privateBytesInKB=\"many\"");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void exitsWithCode3WithoutAProgram(Host host) throws Exception {
    Map<String, String> environment = environment(host);
    environment.remove("AUTOHEAL_BUILD");
    environment.put("AUTOHEAL_VERSION", "9.8.7");
    Script.Result result = run(host, environment);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.output()).contains("autoheal: missing checksum of autoheal-9.8.7-");
  }

  @Test
  void actionOutputsThatItFoundNoProgram() throws Exception {
    Map<String, String> environment = environment(Host.GITHUB);
    environment.put("AUTOHEAL_HOME", temp.toString());
    assertThat(run(Host.GITHUB, environment).exit()).isEqualTo(3);
    assertThat(Files.readString(temp.resolve("output"), UTF_8))
        .isEqualTo("exit-code=3\noutcome=error\n");
  }

  @Test
  void actionBuildsFromSourceOnRequest() throws Exception {
    Map<String, String> environment = environment(Host.GITHUB);
    environment.remove("AUTOHEAL_BUILD");
    environment.put("INPUT_BUILD_FROM_SOURCE", "True");
    assertThat(run(Host.GITHUB, environment).exit()).isZero();
  }

  @Test
  void inputsOfTheActionReplaceTheVariablesOfTheRunner() throws Exception {
    Map<String, String> environment = environment(Host.GITHUB);
    environment.remove("AUTOHEAL_BUILD");
    environment.put("AUTOHEAL_VERSION", "9.8.6");
    environment.put("INPUT_VERSION", "9.8.7");
    assertThat(run(Host.GITHUB, environment).err()).contains("missing checksum of autoheal-9.8.7-");
    environment.put("INPUT_VERSION", "");
    assertThat(run(Host.GITHUB, environment).err()).contains("missing checksum of autoheal-9.8.6-");
  }

  /** The checkout also contains what others merged in the meantime. */
  @Test
  void reviewsMergedResultsAgainstTheirTarget() throws Exception {
    work.file("web.config", BAD);
    commit();
    work.git("update-ref", "refs/remotes/origin/target", "HEAD");
    work.file("README", "");
    commit();
    Map<String, String> environment = environment(Host.GITLAB);
    assertThat(run(Host.GITLAB, environment).exit()).isEqualTo(1);
    environment.put("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "origin/target");
    assertThat(run(Host.GITLAB, environment).exit()).isZero();
    assertThat(folder.resolve("gl-code-quality-report.json")).content().contains("many");
    assertThat(folder.resolve("autoheal-reports/report.html")).exists();
  }
}
