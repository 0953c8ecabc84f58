package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a review reports a section that it cannot determine. */
class ReviewUnresolvedTest extends PullRequest {
  private static final String XDT =
      "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">";
  private static final String OWN =
      XDT
          + "<xdt:Import assembly=\"Shop\" namespace=\"Shop\" /><system.webServer>"
          + "<monitoring xdt:Transform=\"Merge\" /></system.webServer></configuration>";
  private static final String POLICY =
      "version: 1\napps:\n  - name: shop\n    files: [\"web*.config\", \"Web*.config\"]\n";

  @Test
  void reportsAnUnsupportedTransformAsAnErrorIfTheSectionWasKnown() {
    work.file("web.config", SECTION).file("autoheal.yaml", POLICY);
    base().file("Web.Release.config", OWN);

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains(
            "error: unresolved section: autoheal does not support transform 'Merge'",
            "[unresolved-section]");
  }

  @Test
  void reportsAnExistingProblemAsAWarning() {
    work.file("web.config", SECTION).file("autoheal.yaml", POLICY).file("Web.Release.config", OWN);
    base().file("Web.Release.config", OWN.replace("Merge", "Combine"));

    Shell.Result result = review();
    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .contains(
            "warning: unresolved section: autoheal does not support transform 'Combine'",
            "[unresolved-section]");
  }

  @Test
  void usesTheSeverityOfThePolicy() {
    work.file("web.config", SECTION)
        .file("autoheal.yaml", POLICY + "rules: { unresolved-section: warning }\n");
    base().file("Web.Release.config", OWN);

    assertThat(review().exit()).isZero();
  }

  @Test
  void appliesLimitsOfTheAppToATransformOutsideThePatterns() {
    work.file("web.config", SECTION)
        .file(
            "autoheal.yaml",
            """
            version: 1
            apps:
              - name: shop
                files: [web.config]
                limits: { memory: { privateBytes: { max: 8GB } }, actions: [recycle] }
            """);
    base()
        .file(
            "Web.Release.config",
            XDT
                + """
                <system.webServer>
                  <monitoring xdt:Transform="Replace">
                    <triggers><memory privateBytesInKB="20971520" /></triggers>
                    <actions value="LogEvent" />
                  </monitoring>
                </system.webServer></configuration>
                """);

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains("8 GB (8388608 KB)", "the policy does not allow value=")
        .contains("[outside-limits]");
  }

  @Test
  void usesTheCurrentPolicyOfTheBase() {
    work.file("web.config", SECTION).file("autoheal.yaml", POLICY);
    commit();
    work.git("branch", "parted");
    work.file("autoheal.yaml", POLICY + "    limits: { slowRequests: { count: { max: 50 } } }\n");
    base();
    work.git("checkout", "-q", "parted");
    work.file("web.config", SECTION.replace("\"20\"", "\"200\""));

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("[outside-limits]");
  }

  @Test
  void checksAnInsertIntoTheSectionFromOutside() {
    work.file("web.config", SECTION)
        .file("autoheal.yaml", POLICY + "    limits: { actions: [recycle] }\n");
    base()
        .file(
            "Web.Release.config",
            XDT
                + """
                <system.webServer>
                  <actions value="CustomAction"
                      xdt:Transform="InsertBefore(/configuration/system.webServer/monitoring/actions)">
                    <customAction exe="d:\\home\\evil.exe" />
                  </actions>
                  <foo xdt:Locator="XPath(/configuration/system.webServer/monitoring/actions[2])"
                      xdt:Transform="Remove" />
                </system.webServer></configuration>
                """);

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("[outside-limits]");
  }

  @Test
  void usesCurrentValuesOfTheBaseIfTheHeadKeepsThePolicy() {
    work.file("web.config", SECTION).file("autoheal.yaml", POLICY);
    commit();
    work.git("branch", "parted");
    work.file("autoheal.yaml", POLICY + "    triggers: { slowRequests: { timeTaken: 90s } }\n");
    base();
    work.git("checkout", "-q", "parted");
    work.file("web.config", SECTION.replace("00:00:45", "00:01:00"));
    assertThat(review().text())
        .contains(
            "timeTaken=\"00:01:00\", but the policy requires 1 min 30 s (00:01:30)", "[drift]");

    work.file("autoheal.yaml", POLICY + "    triggers: { slowRequests: { timeTaken: 1m } }\n");
    assertThat(review().text()).contains("no new findings");
  }

  @Test
  void usesThePlanOfTheBase() {
    String small = POLICY + "    plan: { memory: 2GB }\n";
    work.file("web.config", SECTION).file("autoheal.yaml", small);
    base()
        .file("autoheal.yaml", small.replace("2GB", "64GB"))
        .file(
            "web.config",
            SECTION.replace("<triggers>", "<triggers><memory privateBytesInKB=\"3145728\" />"));

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("[memory-above-plan]");
  }
}
