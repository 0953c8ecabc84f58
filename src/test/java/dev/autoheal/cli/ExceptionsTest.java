package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings that the policy or the file suppresses. */
class ExceptionsTest {
  private static final String DAY = "--today=2026-06-15";

  @TempDir Path temp;

  private Workspace work() {
    return Workspace.in(temp);
  }

  /** Returns a policy for all web.config files with one exception. */
  private static String policy(String exception) {
    return Workspace.policy("**/web.config") + "exceptions:\n  - { " + exception + " }\n";
  }

  private static String drift(String until) {
    return policy("rule: drift, files: [old/**], until: %s, reason: moves soon".formatted(until));
  }

  @Test
  void suppressedFindingIsCountedAndDoesNotFail() {
    work().file("autoheal.yaml", drift("2027-01-31")).file("old/web.config", Workspace.WRONG);

    Shell.Result text = work().run("check", DAY);
    assertThat(text.exit()).isZero();
    assertThat(text.text()).isEqualTo("1 file checked, no findings. 1 suppressed.\n");

    JsonNode json = work().run("check", DAY, "--report", "json").json();
    assertThat(json.at("/summary/ignored").asInt()).isEqualTo(1);
    assertThat(json.at("/summary/errors").asInt()).isZero();
    assertThat(json.at("/files/0/status").asText()).isEqualTo("clean");
    assertThat(json.at("/outcome").asText()).isEqualTo("clean");
    assertThat(json.at("/findings")).isEmpty();
  }

  @Test
  void applyFixesSuppressedDrift() {
    work().file("autoheal.yaml", drift("2027-01-31")).file("old/web.config", Workspace.WRONG);

    Shell.Result diff = work().run("diff", DAY);
    assertThat(diff.exit()).isEqualTo(1);
    assertThat(diff.text()).contains("1 of 1 file would change. 1 suppressed.");
    assertThat(work().run("apply", DAY).exit()).isZero();
    assertThat(work().read("old/web.config")).isEqualTo(Workspace.RIGHT);
  }

  @Test
  void findingOfAnotherFileIsNotSuppressed() {
    work()
        .file("autoheal.yaml", drift("2027-01-31"))
        .file("old/web.config", Workspace.WRONG)
        .file("new/web.config", Workspace.WRONG);

    Shell.Result result = work().run("check", DAY);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .startsWith("new/web.config:5:35: error: ")
        .endsWith("1 error. `autoheal apply` fixes 1. 1 suppressed.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void expiredExceptionIsReportedOncePerPolicy(String verb) {
    work()
        .file("autoheal.yaml", drift("2026-06-14"))
        .file("a/web.config", Workspace.RIGHT)
        .file("b/web.config", Workspace.RIGHT);

    Shell.Result result = work().run(verb, DAY, "--report", "json");
    assertThat(result.exit()).isEqualTo(1);
    JsonNode findings = result.json().get("findings");
    assertThat(findings).hasSize(1);
    assertThat(findings.at("/0/rule").asText()).isEqualTo("exception-expired");
    assertThat(findings.at("/0/path").asText()).isEqualTo("autoheal.yaml");
    assertThat(findings.at("/0/line").asInt()).isEqualTo(9);
    assertThat(result.json().at("/summary/errors").asInt()).isEqualTo(1);
    assertThat(result.json().at("/outcome").asText()).isEqualTo("findings");
  }

  @Test
  void unusedExceptionIsReportedOnlyIfAllItsFilesAreChecked() {
    work()
        .file("apps/autoheal.yaml", drift("2027-01-31"))
        .file("apps/old/web.config", Workspace.RIGHT)
        .file("apps/new/web.config", Workspace.RIGHT)
        .file("other/web.config", Workspace.RIGHT);

    for (String path : new String[] {"", "apps"}) {
      assertThat(work().run("check", DAY, path).text())
          .contains("apps/autoheal.yaml:9:13: warning: unused suppression of ");
    }
    for (String path : new String[] {"apps/old", "apps/old/web.config", "other"}) {
      assertThat(work().run("check", DAY, path).text()).isEqualTo("1 file checked, no findings.\n");
    }
    assertThat(work().run("diff", DAY, "apps").text()).doesNotContain("hides nothing");
  }

  @Test
  void onlyTheNearestPolicySuppressesFindings() {
    work()
        .file("autoheal.yaml", policy("rule: drift, until: 2027-01-31, reason: all of them"))
        .file("web.config", Workspace.WRONG)
        .file("sub/autoheal.yaml", Workspace.POLICY)
        .file("sub/web.config", Workspace.WRONG);

    assertThat(work().run("check", DAY).text())
        .startsWith("sub/web.config:5:35: error: ")
        .endsWith(" 1 suppressed.\n");
  }

  @Test
  void unusedExceptionOfThePolicyOptionIsReported() {
    work()
        .file("tools/autoheal.yaml", policy("rule: drift, until: 2027-01-31, reason: x"))
        .file("web.config", Workspace.WRONG);

    assertThat(work().run("check", DAY, "--policy", "tools/autoheal.yaml").text())
        .contains("tools/autoheal.yaml:9:13: warning: unused suppression of ");
  }

  @Test
  void ruleThatIsOffReportsNothing() {
    work()
        .file("autoheal.yaml", Workspace.POLICY + "rules: { drift: off }\n")
        .file("web.config", Workspace.WRONG);

    assertThat(work().run("check").text()).isEqualTo("1 file checked, no findings.\n");
    assertThat(work().run("diff").exit()).isEqualTo(1);
  }

  @Test
  void severityOfThePolicyDecidesTheExitCode() {
    work()
        .file("autoheal.yaml", Workspace.POLICY + "rules: { drift: warning }\n")
        .file("web.config", Workspace.WRONG);

    assertThat(work().run("check").exit()).isZero();
    assertThat(work().run("check").text()).contains(": warning: privateBytesInKB=\"700000\"");
    assertThat(work().run("check", "--fail-on", "warning").exit()).isEqualTo(1);
  }

  @Test
  void suppressedFindingsAreNotFixed() {
    String file =
        Workspace.RIGHT.replace(
            "<memory ",
            "<!-- autoheal-ignore unknown-attribute reason=\"x\" -->\n<memory PrivateBytesInKB=\"1\" ");
    work().file("web.config", file);

    Shell.Result result = work().run("check", "--fix", DAY);
    assertThat(result.text()).endsWith(" 1 suppressed.\n");
    assertThat(work().read("web.config")).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "30.06.2026", "today", "2026-6-1", ""})
  void todayMustBeAValidDate(String day) {
    work().file("web.config", Workspace.RIGHT);

    Shell.Result result = work().run("check", "--today", day);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("--today")
        .contains("expected a date like 2027-01-31 for --today, got '");
  }

  @Test
  void todayDefaultsToTheCurrentDate() {
    work().file("autoheal.yaml", drift("2001-01-01")).file("old/web.config", Workspace.WRONG);

    assertThat(work().run("check").text()).contains("[drift]", "[exception-expired]");
    assertThat(work().run("check", "--today", "2000-01-01").exit()).isZero();
  }
}
