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
  void anotherValueIsFound() {
    assertThat(tester.findings(SECTION, policy("triggers: { memory: { privateBytes: 800MB } }")))
        .containsExactly("6:35 privateBytesInKB is 800000, the policy asks for 819200");
  }

  @Test
  void valueThatSeveralTriggersHaveNamesItsTrigger() {
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
            "5:26 count of requests is 1000, the policy asks for 2000",
            "8:58 timeInterval of the rule for 502 is 00:01:00, the policy asks for 00:00:30");
  }

  @Test
  void missingTriggersAreFound() {
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
            "4:7 slowRequests is missing, the policy asks for 20 over 45 s in 2 min",
            "7:9 a status rule is missing, the policy asks for 500, 10 in 30 s");
  }

  @Test
  void triggersThatMayNotStandAreFound() {
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
            "5:9 requests is 1000 in 10 min, the policy asks for none",
            "8:11 the status rule 502, 20 in 1 min stands here, the policy asks for none");
  }

  @Test
  void anotherActionIsOneFinding() {
    assertThat(
            tester.findings(
                SECTION,
                policy("action: { customAction: { exe: 'D:\\tool.exe', parameters: '-x' } }")))
        .containsExactly("11:23 the action is Recycle, the policy asks for CustomAction");
  }

  @Test
  void programOfTheRightActionIsCompared() {
    assertThat(
            tester.findings(
                SECTION.replace(
                    "<actions value=\"Recycle\" />",
                    "<actions value=\"Recycle\"><customAction exe=\"D:\\tool.exe\" /></actions>"),
                policy("action: recycle")))
        .containsExactly("11:32 customAction stands here, the policy asks for none");
  }

  @Test
  void missingSectionIsOneFinding() {
    assertThat(
            tester.findings(
                "<configuration />",
                policy("action: recycle\n    triggers: { memory: { privateBytes: 1GB } }")))
        .containsExactly("1:1 there is no AutoHeal section, the policy asks for one");
  }

  @Test
  void missingAttributeIsNotDriftToo() {
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
  void sectionThatCannotBeComparedIsSaid() {
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
        .startsWith("3:31 not compared with the policy: ");
  }

  @Test
  void sectionOfUnknownPartsIsAnotherRulesFinding() {
    tester.findsNothing(SECTION.replace("requests", "request"), policy("action: logEvent"));
  }

  @Test
  void equalByMeaningIsEqual() {
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
