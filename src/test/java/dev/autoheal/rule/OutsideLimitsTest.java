package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideLimitsTest {
  private static final String MEMORY = "memory: { privateBytes: { min: 200MB, max: 8GB } }";
  private static final String SLOW =
      "<slowRequests count='20' timeTaken='00:00:45' timeInterval='00:02:00' />";

  private final RuleTester tester = new RuleTester(new OutsideLimits());

  @Test
  void valueBelowTheLeastIsFound() {
    assertThat(memory("204799"))
        .containsExactly(
            "2:27 privateBytesInKB is 204799 KB (200 MB), below the least that the policy allows,"
                + " 204800 KB (200 MB)");
  }

  @Test
  void valueAboveTheMostIsFound() {
    assertThat(memory("8388609"))
        .containsExactly(
            "2:27 privateBytesInKB is 8388609 KB (8 GB), above the most that the policy allows,"
                + " 8388608 KB (8 GB)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"204800", "819200", "8388608"})
  void bothEndsAreAllowed(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8GB", "#{kb}#", "100", "33554433", "838860800"})
  void valueThatOtherRulesJudgeIsNot(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @Test
  void largeValueThatThePlanExplainsIsJudged() {
    String app = "plan: { sku: P3MV3 }\n    limits: { " + MEMORY + " }";
    assertThat(findings("<memory privateBytesInKB='41943040' />", app)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slowRequests: { count: { min: 21 } }         | 3:22 count is 20, below the least that the policy allows, 21
          slowRequests: { timeTaken: { min: 46s } }    | 3:37 timeTaken is 45 s, below the least that the policy allows, 46 s
          slowRequests: { timeInterval: { max: 119s } }| 3:61 timeInterval is 2 min, above the most that the policy allows, 1 min 59 s
          requests: { count: { min: 1001 } }           | 2:18 count is 1000, below the least that the policy allows, 1001
          statusCodes: { count: { max: 9 } }           | 4:42 count is 10, above the most that the policy allows, 9
          """)
  void eachThresholdHasItsLimits(String limit, String finding) {
    String triggers =
        "<requests count='1000' timeInterval='00:10:00' />\n%s\n<statusCode><add statusCode='500' count='10' timeInterval='00:00:30' /></statusCode>"
            .formatted(SLOW);
    assertThat(findings(triggers, "limits: { " + limit + " }")).containsExactly(finding);
  }

  @Test
  void shareOfThePlanIsALimitToo() {
    String app = "plan: { sku: S1 }\n    limits: { memory: { privateBytes: { max: 50% } } }";
    assertThat(findings("<memory privateBytesInKB='917504' />", app)).isEmpty();
    assertThat(findings("<memory privateBytesInKB='917505' />", app)).hasSize(1);
  }

  @Test
  void limitsOfAnAppStandOverThoseOfTheDefaults() {
    String policy =
        """
        version: 1
        defaults:
          limits: { memory: { privateBytes: { min: 1GB, max: 2GB } } }
        apps:
          - name: app
            files: [web.config]
            limits: { memory: { privateBytes: { min: 500MB } } }
        """;
    assertThat(inFile("819200", policy)).isEmpty();
    assertThat(inFile("409600", policy)).hasSize(1);
    assertThat(inFile("4194304", policy)).as("the most is that of the defaults").hasSize(1);
  }

  @Test
  void actionThatIsNotAllowedIsFound() {
    assertThat(action("recycle", "[logEvent, customAction]"))
        .containsExactly(
            "3:28 the action is Recycle, and the policy allows logEvent, customAction");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LogEvent", "logevent", "Restart", "", "#{action}#"})
  void actionThatIsAllowedAndOneThatOtherRulesJudgeAreNot(String action) {
    assertThat(action(action, "[logEvent]")).isEmpty();
  }

  @Test
  void valueThatThePolicySetsIsTheFindingOfDrift() {
    String app = "limits: { " + MEMORY + " }\n    triggers: { memory: { privateBytes: 1GB } }";
    assertThat(findings("<memory privateBytesInKB='8388609' />", app)).isEmpty();
  }

  @Test
  void valueBesideTheOneThatThePolicySetsIsJudged() {
    String app =
        "limits: { slowRequests: { count: { min: 30 }, timeTaken: { min: 1m } } }\n"
            + "    triggers: { slowRequests: { timeTaken: 1m } }";
    assertThat(findings(SLOW, app))
        .containsExactly("2:22 count is 20, below the least that the policy allows, 30");
  }

  @Test
  void valueBesideOneThatIsMissingIsJudged() {
    String app =
        "limits: { slowRequests: { count: { min: 30 } } }\n"
            + "    triggers: { slowRequests: { timeTaken: 1m } }";
    assertThat(findings("<slowRequests count='20' timeInterval='00:02:00' />", app)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triggers: { memory: none }",
        "unmanaged: remove",
      })
  void triggerThatThePolicyTakesAwayIsTheFindingOfDrift(String asked) {
    assertThat(
            findings(
                "<memory privateBytesInKB='8388609' />",
                "limits: { " + MEMORY + " }\n    " + asked))
        .isEmpty();
  }

  @Test
  void actionThatThePolicySetsIsTheFindingOfDrift() {
    assertThat(
            findings(
                "<requests count='5' timeInterval='00:10:00' />",
                "limits: { actions: [logEvent] }\n    action: logEvent"))
        .isEmpty();
  }

  @Test
  void nothingIsSaidWithoutLimits() {
    assertThat(findings("<memory privateBytesInKB='8388609' />", "action: recycle")).isEmpty();
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='8388609' />"));
  }

  private List<String> memory(String value) {
    return findings("<memory privateBytesInKB='" + value + "' />", "limits: { " + MEMORY + " }");
  }

  private List<String> inFile(String memory, String policy) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='" + memory + "' />"), policy);
  }

  private List<String> action(String action, String allowed) {
    return tester.findings(
        RuleTester.inFile("<memory privateBytesInKB='819200' />").replace("Recycle", action),
        RuleTester.app("limits: { actions: " + allowed + " }"));
  }

  private List<String> findings(String triggers, String app) {
    return tester.findings(RuleTester.inFile(triggers), RuleTester.app(app));
  }
}
