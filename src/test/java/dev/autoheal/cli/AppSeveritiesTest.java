package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The severities that a policy sets for one app. */
class AppSeveritiesTest extends PullRequest {
  private static final String POLICY =
      """
      version: 1
      apps:
        - { name: old, files: ["old/*.config"], rules: { invalid-number: info, no-action: off } }
        - { name: new, files: ["new/*.config"] }
      rules: { invalid-number: warning }
      """;

  @Test
  void applyOnlyToFilesOfTheApp() {
    work.file("autoheal.yaml", POLICY).file("old/web.config", BAD).file("new/web.config", BAD);

    assertThat(found(work.run("check", "--report", "json").json()))
        .containsExactly("new/web.config warning", "old/web.config info");
  }

  @Test
  void applyToATransformOfItsWebConfig() {
    work.file("autoheal.yaml", POLICY.replace("old/*.config", "old/web.config"))
        .file("old/web.config", SECTION)
        .file("new/web.config", SECTION)
        .file(
            "old/Web.Release.config",
            """
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
              <system.webServer>
                <monitoring>
                  <triggers>
                    <slowRequests count="many" xdt:Transform="SetAttributes" />
                  </triggers>
                </monitoring>
              </system.webServer>
            </configuration>
            """);

    assertThat(found(work.run("check", "--report", "json").json()))
        .containsExactly("old/Web.Release.config info");
  }

  @Test
  void applyToFindingsAboutTheAppItself() {
    work.file("autoheal.yaml", POLICY.replace("no-action: off", "app-unmatched: off"))
        .file("web.config", SECTION);

    assertThat(work.run("check").text())
        .contains("app 'new' ", "[app-unmatched]")
        .doesNotContain("app 'old' ");
  }

  @Test
  void comeFromTheBaseInAReview() {
    work.file("autoheal.yaml", POLICY.replace("invalid-number: info", "invalid-number: error"))
        .file("old/web.config", SECTION);
    base()
        .file("autoheal.yaml", POLICY.replace("invalid-number: info", "invalid-number: off"))
        .file("old/web.config", BAD);

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains(
            "error: ", "apps.old.rules.invalid-number  error -> off  applies after the merge");
  }

  @Test
  void ofTheHeadAreIgnoredForANewApp() {
    work.file("autoheal.yaml", "version: 1\n").file("old/web.config", SECTION);
    base().file("autoheal.yaml", POLICY).file("old/web.config", BAD);

    assertThat(review().exit()).isEqualTo(1);
  }

  private static List<String> found(JsonNode report) {
    List<String> found = new ArrayList<>();
    report
        .get("findings")
        .forEach(
            each -> found.add(each.get("path").asText() + " " + each.get("severity").asText()));
    return found;
  }
}
