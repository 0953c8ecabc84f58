package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a review reports placeholders, which a deployment tool replaces. */
class ReviewPlaceholderTest extends PullRequest {
  private static final String LIMITED =
      """
      version: 1
      apps:
        - name: shop
          files: [web.config]
          limits: { memory: { privateBytes: { max: 1GB } } }
      """;

  private static final String TOKEN = Workspace.RIGHT.replace("819200", "#{x}#");

  @Test
  void placeholderForALimitedValueIsAChangeAndAWarning() {
    work.file("web.config", Workspace.RIGHT).file("autoheal.yaml", LIMITED);
    base().file("web.config", TOKEN);

    Shell.Result result = review();
    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .contains(
            "~ memory  800 MB (819200 KB) -> '#{x}#'  unknown until deployment (line 5)",
            "warning: ",
            "[placeholder]",
            "autoheal.yaml:5");
    assertThat(effects(json())).containsExactly("unknown");
    assertThat(review("--fail-on", "warning").exit()).isEqualTo(1);
  }

  @Test
  void placeholderForARequiredValueIsAWarning() {
    work.file("web.config", Workspace.RIGHT).file("autoheal.yaml", Workspace.POLICY);
    base().file("web.config", TOKEN);

    assertThat(severities(json())).containsExactly("warning");
  }

  @Test
  void placeholderForAnotherValueIsAChangeAndANote() {
    String other = "limits: { requests: { count: { max: 9 } } }";
    work.file("web.config", Workspace.RIGHT)
        .file("autoheal.yaml", LIMITED.replaceFirst("limits: .*", other));
    base().file("web.config", TOKEN);

    JsonNode report = json();
    assertThat(severities(report)).containsExactly("info");
    assertThat(effects(report)).containsExactly("unknown");
  }

  @Test
  void existingPlaceholderRemainsANote() {
    work.file("web.config", TOKEN).file("autoheal.yaml", LIMITED);
    base().file("web.config", TOKEN.replace("<memory", "<!-- by the pipeline --><memory"));

    JsonNode report = json();
    assertThat(severities(report)).containsExactly("info");
    assertThat(effects(report)).isEmpty();
  }

  @Test
  void valueForAPlaceholderIsAChange() {
    work.file("web.config", TOKEN).file("autoheal.yaml", LIMITED);
    base().file("web.config", Workspace.RIGHT);

    JsonNode report = json();
    assertThat(states(report)).containsExactly("fixed");
    assertThat(effects(report)).containsExactly("unknown");
  }

  @Test
  void anotherPlaceholderIsAChangeAndANewFinding() {
    work.file("web.config", TOKEN).file("autoheal.yaml", LIMITED);
    base().file("web.config", TOKEN.replace("#{x}#", "#{y}#"));

    JsonNode report = json();
    assertThat(severities(report)).containsExactly("info", "warning");
    assertThat(effects(report)).containsExactly("unknown");
  }

  @Test
  void placeholderAndAnotherValueOfOneTriggerAreOneChange() {
    work.file("web.config", SECTION);
    base()
        .file(
            "web.config", SECTION.replace("\"20\"", "\"40\"").replace("\"00:00:45\"", "\"#{t}#\""));

    assertThat(review().text())
        .contains(
            "~ slowRequests  20 over 45 s in 2 min -> 40 over '#{t}#' in 2 min  unknown until deployment");
    assertThat(effects(json())).containsExactly("unknown", "unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "'<actions value=\"#{a}#\" />', '''#{a}#'''",
    "'<actions value=\"CustomAction\"><customAction exe=\"$(e)\" /></actions>', CustomAction $(e)",
  })
  void placeholderInTheActionIsAChange(String actions, String after) {
    work.file("web.config", SECTION);
    base().file("web.config", SECTION.replace("<actions value=\"Recycle\" />", actions));

    assertThat(review().text())
        .contains("~ action  Recycle -> " + after + "  unknown until deployment");
    assertThat(effects(json())).isNotEmpty().containsOnly("unknown");
  }

  @Test
  void placeholderForALimitedActionIsAWarning() {
    work.file("web.config", SECTION)
        .file(
            "autoheal.yaml", LIMITED.replaceFirst("limits: .*", "limits: { actions: [recycle] }"));
    base().file("web.config", SECTION.replace("Recycle", "#{a}#"));

    assertThat(severities(json())).containsExactly("warning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<requests count=\"#{n}\" timeInterval=\"00:01:00\" />",
        "<statusCode><add statusCode=\"#{n}\" count=\"5\" timeInterval=\"00:01:00\" /></statusCode>"
      })
  void newTriggerWithAPlaceholderIsAChange(String trigger) {
    work.file("web.config", SECTION);
    base().file("web.config", SECTION.replace("<triggers>", "<triggers>" + trigger));

    assertThat(effects(json())).isNotEmpty().containsOnly("unknown");
  }

  @Test
  void placeholderInATransformIsAWarning() {
    work.file("web.config", Workspace.RIGHT).file("autoheal.yaml", LIMITED);
    base()
        .file(
            "Web.Release.config",
            """
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
              <system.webServer>
                <monitoring>
                  <triggers>
                    <memory privateBytesInKB="#{x}#" xdt:Transform="SetAttributes" />
                  </triggers>
                </monitoring>
              </system.webServer>
            </configuration>
            """);

    JsonNode report = json();
    assertThat(severities(report)).containsExactly("warning");
    assertThat(effects(report)).containsExactly("unknown");
  }

  @ParameterizedTest
  @CsvSource({"allow, info", "warn, warning", "error, error"})
  void policySetsTheSeverity(String setting, String severity) {
    work.file("web.config", Workspace.RIGHT)
        .file("autoheal.yaml", LIMITED + "    placeholders: " + setting + "\n");
    base().file("web.config", TOKEN);

    assertThat(severities(json())).containsExactly(severity);
    work.file("autoheal.yaml", LIMITED + "defaults: { placeholders: " + setting + " }\n");
    base();
    work.file("web.config", Workspace.RIGHT);
    base().file("web.config", TOKEN);
    assertThat(severities(json())).containsExactly(severity);
  }

  @Test
  void baseSetsTheSeverity() {
    work.file("web.config", Workspace.RIGHT)
        .file("autoheal.yaml", LIMITED + "    placeholders: error\n");
    base().file("web.config", TOKEN).file("autoheal.yaml", LIMITED + "    placeholders: allow\n");

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains("~ apps.shop.placeholders  error -> allow  applies after the merge");
  }

  @Test
  void baseSetsTheSeverityForANewApp() {
    work.file("autoheal.yaml", "version: 1\ndefaults: { placeholders: error }\n");
    base().file("web.config", TOKEN).file("autoheal.yaml", LIMITED);

    assertThat(severities(json())).containsExactly("error");
  }

  @Test
  void checkReportsANote() {
    work.file("web.config", TOKEN).file("autoheal.yaml", LIMITED);

    assertThat(severities(work.run("check", "--report", "json").json())).containsExactly("info");
  }

  private static List<String> severities(JsonNode report) {
    return report.get("findings").findValuesAsText("severity");
  }
}
