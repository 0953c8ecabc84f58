package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DriftTest {
  private static final String SECTION =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <requests count="1000" timeInterval="00:10:00" />
              <memory privateBytesInKB="800000" />
              <statusCode>
                <add statusCode="502" count="20" timeInterval="00:01:00" />
              </statusCode>
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  private final RuleTester tester = new RuleTester(new Drift());

  @Test
  void reportsADifferentValue() {
    assertThat(tester.findings(SECTION, policy("triggers: { memory: { privateBytes: 800MB } }")))
        .containsExactly(
            "6:35 privateBytesInKB=\"800000\" (781.25 MB), but the policy requires 800 MB (819200 KB);"
                + " run `autoheal apply`");
  }

  @Test
  void namesTheTriggerOfASharedAttribute() {
    assertThat(
            tester.findings(
                SECTION,
                policy(
                    """
                    triggers:
                          requests: { count: 2000 }
                          statusCodes: [ { status: 502, timeInterval: 30s } ]
                    """)))
        .containsExactly(
            "5:26 count=\"1000\" in <requests>, but the policy requires 2000; run `autoheal apply`",
            "8:58 timeInterval=\"00:01:00\" for status 502, but the policy requires 30 s (00:00:30); run"
                + " `autoheal apply`");
  }

  @Test
  void reportsMissingTriggers() {
    assertThat(
            tester.findings(
                SECTION,
                policy(
                    """
                    triggers:
                          slowRequests: { count: 20, timeTaken: 45s, timeInterval: 2m }
                          statusCodes: [ { status: 500, count: 10, timeInterval: 30s } ]
                    """)))
        .containsExactly(
            "4:7 missing <slowRequests>, but the policy requires 20 over 45 s in 2 min; run"
                + " `autoheal apply`",
            "7:9 missing rule for status 500, but the policy requires 10 in 30 s; run"
                + " `autoheal apply`");
  }

  @Test
  void reportsTriggersThatMustNotExist() {
    assertThat(
            tester.findings(
                SECTION,
                policy(
                    """
                    triggers:
                          requests: none
                          statusCodes: [ { status: 502, remove: true } ]
                    """)))
        .containsExactly(
            "5:9 unexpected <requests>, which the policy does not allow; run `autoheal apply`",
            "8:11 unexpected rule for status 502, which the policy does not allow; run"
                + " `autoheal apply`");
  }

  @Test
  void reportsADifferentActionOnce() {
    assertThat(
            tester.findings(
                SECTION,
                policy("action: { customAction: { exe: 'D:\\tool.exe', parameters: '-x' } }")))
        .containsExactly(
            "11:23 value=\"Recycle\", but the policy requires 'CustomAction'; run"
                + " `autoheal apply`");
  }

  @Test
  void comparesTheProgramOfTheRightAction() {
    assertThat(
            tester.findings(
                SECTION.replace(
                    "<actions value=\"Recycle\" />",
                    "<actions value=\"Recycle\"><customAction exe=\"D:\\tool.exe\" /></actions>"),
                policy("action: recycle")))
        .containsExactly(
            "11:32 unexpected <customAction>, which the policy does not allow; run"
                + " `autoheal apply`");
  }

  @Test
  void reportsAProgramThatStillRuns() {
    assertThat(
            tester.findings(
                SECTION.replace(
                    "<actions value=\"Recycle\" />",
                    "<actions value=\"CustomAction\"><customAction exe=\"D:\\tool.exe\" /></actions>"),
                policy("action: recycle")))
        .containsExactly(
            "11:23 value=\"CustomAction\" ('tool.exe'), but the policy requires"
                + " 'Recycle'; run `autoheal apply`");
  }

  @Test
  void reportsADifferentProgram() {
    String section =
        SECTION.replace(
            "<actions value=\"Recycle\" />",
            "<actions value=\"CustomAction\">\n<customAction exe=\"D:\\a.exe\" /></actions>");
    assertThat(
            tester.findings(
                section,
                policy("action: { customAction: { exe: 'D:\\b.exe', parameters: '-x' } }")))
        .containsExactly(
            "12:1 missing attribute parameters, but the policy requires '-x'; run"
                + " `autoheal apply`",
            "12:20 expected exe=\"D:\\b.exe\"; run `autoheal apply`");
  }

  @Test
  void reportsAMissingSectionOnce() {
    assertThat(
            tester.findings(
                "<configuration />",
                policy("action: recycle\n    triggers: { memory: { privateBytes: 1GB } }")))
        .containsExactly(
            "1:1 missing <monitoring>, but the policy requires it; run `autoheal apply`");
  }

  @Test
  void leavesAMissingAttributeToOtherRules() {
    tester.findsNothing(
        SECTION.replace(" count=\"1000\"", ""),
        policy(
            """
            action: recycle
                triggers:
                  requests: { count: 1000 }
            """));
  }

  @Test
  void reportsASectionThatCannotBeCompared() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <system.webServer>
                    <monitoring configSource="monitoring.config" />
                  </system.webServer>
                </configuration>
                """,
                policy("action: recycle")))
        .singleElement()
        .asString()
        .startsWith("3:31 cannot compare with the policy: ");
  }

  @Test
  void leavesASectionWithUnknownElementsToOtherRules() {
    tester.findsNothing(SECTION.replace("requests", "request"), policy("action: logEvent"));
  }

  @Test
  void acceptsAnEquivalentValue() {
    tester.findsNothing(
        SECTION.replace("Recycle", "recycle"),
        policy(
            """
            action: recycle
                triggers:
                  requests: { count: 1000, timeInterval: 10m }
                  statusCodes: [ { status: 502, subStatus: 0, count: 20 } ]
            """));
  }

  private static String policy(String app) {
    return "version: 1\napps:\n  - name: app\n    files: [web.config]\n    " + app + "\n";
  }
}
