package dev.autoheal.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the comment that each integration keeps up to date in a pull request. */
@DisabledOnOs(OS.WINDOWS)
class CommentTest {
  private static final Path SCRIPTS = Path.of("integrations").toAbsolutePath();
  private static final String MARKER = "<!-- autoheal:v1 key=review -->\n";
  private static final String REPORT = MARKER + "### autoheal review: findings\n\none\n";
  private static final String CLEAN = MARKER + "### autoheal review: clean\n";

  @TempDir Path temp;
  private Service service;

  @BeforeEach
  void start() throws Exception {
    service = new Service();
    Files.writeString(
        temp.resolve("event.json"),
        "{\"pull_request\":{\"number\":5,\"head\":{\"sha\":\"%s\"}}}".formatted(Host.SHA + "cdef"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Script.Result run(Host host, String report, String outcome) throws Exception {
    return run(host, report, outcome, host.environment(service.url(), temp));
  }

  private Script.Result run(
      Host host, String report, String outcome, Map<String, String> environment) throws Exception {
    Path file = Files.writeString(temp.resolve("report.md"), report);
    String script = SCRIPTS.resolve(host.comment()).toString();
    Script.Result result = Script.run(temp, environment, script, file.toString(), outcome);
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output()).doesNotContain(Host.TOKEN);
    return result;
  }

  @ParameterizedTest
  @EnumSource
  void isCreated(Host host) throws Exception {
    assertThat(run(host, REPORT, "findings").output()).isEmpty();
    assertThat(service.comments()).hasSize(1);
    assertThat(service.comments().get(0).body)
        .startsWith(REPORT)
        .contains("\nAs of " + Host.SHA + ", by [this ");
    assertThat(service.writes()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void isUpdatedInPlace(Host host) throws Exception {
    service.add("1", "a remark");
    run(host, REPORT, "findings");
    service.add("2", "another remark");
    run(host, REPORT.replace("one", "two"), "findings");
    assertThat(service.comments()).hasSize(3);
    assertThat(service.comments().get(1).body).contains("\ntwo\n").doesNotContain("one");
    assertThat(service.writes()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void isNotRewrittenWithoutChanges(Host host) throws Exception {
    run(host, REPORT, "findings");
    run(host, REPORT, "findings");
    assertThat(service.writes()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void isResolvedWithoutFindings(Host host) throws Exception {
    run(host, CLEAN, "clean");
    assertThat(service.comments()).isEmpty();
    run(host, REPORT, "findings");
    run(host, CLEAN, "clean");
    assertThat(service.comments()).hasSize(1);
    assertThat(service.comments().get(0).body)
        .startsWith(CLEAN)
        .contains("\nResolved: no findings left.\n");
    String resolved = service.comments().get(0).status;
    assertThat(resolved).isEqualTo(host == Host.AZURE ? "fixed" : "active");
    run(host, REPORT, "findings");
    assertThat(service.comments().get(0).status).isEqualTo("active");
  }

  /** Anyone who may comment can write the marker, also in text that our comment quotes. */
  @ParameterizedTest
  @EnumSource
  void ignoresAForgedMarker(Host host) throws Exception {
    service.add("1", REPORT);
    service.add(Service.ME, "> " + REPORT);
    service.add(Service.ME, "\n" + REPORT);
    service.add(Service.ME, MARKER.replace("=review", "=other"));
    run(host, REPORT, "findings");
    assertThat(service.comments()).hasSize(5);
    assertThat(service.comments().get(0).body).isEqualTo(REPORT);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundAmongManyComments(Host host) throws Exception {
    for (int i = 0; i < 230; i++) {
      service.add("1", "remark " + i);
    }
    run(host, REPORT, "findings");
    run(host, CLEAN, "clean");
    assertThat(service.comments()).hasSize(231);
  }

  @ParameterizedTest
  @EnumSource
  void exitsZeroIfTheServiceRefuses(Host host) throws Exception {
    service.refuseWrites();
    assertThat(run(host, REPORT, "findings").output())
        .matches(
            "(?s)autoheal: cannot write the (comment|thread|note): POST was refused \\(403\\);.*");
    Map<String, String> environment = host.environment(service.url(), temp);
    environment.replaceAll((name, value) -> value.replace(Host.TOKEN, "wrong"));
    assertThat(run(host, REPORT, "findings", environment).output()).contains("refused (401)");
    environment.replaceAll((name, value) -> value.equals("wrong") ? "" : value);
    assertThat(run(host, REPORT, "findings", environment).output())
        .contains("autoheal: cannot write the ");
    service.close();
    assertThat(run(host, REPORT, "findings").output()).contains("failed (000)");
  }

  @ParameterizedTest
  @EnumSource
  void isShortenedIfTooLong(Host host) throws Exception {
    String text = MARKER + "x".repeat(59_000) + "\n";
    run(host, text, "findings");
    assertThat(service.comments().get(0).body).startsWith(text);
    run(host, MARKER + "\uD83D\uDE00".repeat(65_000), "findings");
    assertThat(service.comments().get(0).body)
        .hasSizeLessThan(1000)
        .startsWith(MARKER)
        .contains("The report is too long for a comment.", "[this ");
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheReportAsPlainText(Host host) throws Exception {
    String text = MARKER + "$(touch pwned) `touch pwned` \"'\\n %s %n \\ \t@x\n&amp; é 😀\n";
    run(host, text, "findings");
    assertThat(service.comments().get(0).body).startsWith(text);
    assertThat(temp.resolve("pwned")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void keepsOneCommentForEachKey(Host host) throws Exception {
    run(host, REPORT, "findings");
    Map<String, String> environment = host.environment(service.url(), temp);
    environment.put("AUTOHEAL_KEY", "back-office_2");
    run(host, REPORT, "findings", environment);
    run(host, REPORT.replace("one", "two"), "findings", environment);
    assertThat(service.comments()).hasSize(2);
    assertThat(service.comments().get(1).body)
        .startsWith("<!-- autoheal:v1 key=back-office_2 -->\n###")
        .contains("two");
    environment.put("AUTOHEAL_KEY", "x -->");
    assertThat(run(host, REPORT, "findings", environment).output())
        .contains("invalid key; use only letters, digits, - and _.");
  }

  @ParameterizedTest
  @EnumSource
  void isNotCreatedOutsideAPullRequest(Host host) throws Exception {
    Files.writeString(temp.resolve("event.json"), "{}");
    Map<String, String> environment = host.environment(service.url(), temp);
    environment.remove("SYSTEM_PULLREQUEST_PULLREQUESTID");
    environment.remove("CI_MERGE_REQUEST_IID");
    assertThat(run(host, REPORT, "findings", environment).output()).isEmpty();
    assertThat(service.writes()).isEmpty();
  }

  @Test
  void writesNoThreadForARepositoryOfAnotherService() throws Exception {
    Map<String, String> environment = Host.AZURE.environment(service.url(), temp);
    environment.put("BUILD_REPOSITORY_PROVIDER", "GitHub");
    assertThat(run(Host.AZURE, REPORT, "findings", environment).output()).isEmpty();
    assertThat(service.writes()).isEmpty();
  }

  @Test
  void writesToTheProjectOfTheMergeRequestFromAFork() throws Exception {
    Map<String, String> environment = Host.GITLAB.environment(service.url(), temp);
    environment.put("CI_MERGE_REQUEST_PROJECT_ID", "77");
    run(Host.GITLAB, REPORT, "findings", environment);
    assertThat(service.writes()).containsExactly("POST /projects/77/merge_requests/5/notes");
  }
}
