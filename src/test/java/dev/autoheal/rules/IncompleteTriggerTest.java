package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncompleteTriggerTest {
  private static final String SECTION =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <requests count="1000" timeInterval="00:10:00" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  private final RuleTester tester = new RuleTester(new IncompleteTrigger());

  @Test
  void requiresAllValuesOfANewTrigger() {
    assertThat(tester.findings(SECTION, triggers("slowRequests: { count: 20 }")))
        .containsExactly(
            "4:7 missing 'timeTaken' and 'timeInterval' in the policy for a new <slowRequests>;"
                + " add them");
  }

  @Test
  void requiresTheThresholdsOfANewStatusRule() {
    assertThat(tester.findings(SECTION, triggers("statusCodes: [ { status: 500, count: 5 } ]")))
        .containsExactly(
            "4:7 missing 'timeInterval' in the policy for a new rule for status 500; add" + " it");
  }

  @Test
  void requiresAnActionForANewSection() {
    assertThat(tester.findings("<configuration />", triggers("memory: { privateBytes: 1GB }")))
        .containsExactly("1:1 missing 'action' in the policy for a new section; add it to the app");
  }

  @Test
  void acceptsASingleValueForAnExistingTrigger() {
    tester.findsNothing(SECTION, triggers("requests: { count: 5 }"));
  }

  @Test
  void acceptsACompleteTrigger() {
    tester.findsNothing(SECTION, triggers("memory: { privateBytes: 1GB }"));
  }

  @Test
  void reportsNothingWithoutAPolicy() {
    tester.findsNothing(SECTION);
  }

  private static String triggers(String triggers) {
    return """
        version: 1
        apps:
          - name: app
            files: [web.config]
            triggers: { %s }
        """
        .formatted(triggers);
  }
}
