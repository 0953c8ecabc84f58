package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideLimitsTest {
  private static final String MEMORY = "memory: { privateBytes: { min: 200MB, max: 8GB } }";
  private static final String SLOW =
      "<slowRequests count='20' timeTaken='00:00:45' timeInterval='00:02:00' />";

  private final RuleTester tester = new RuleTester(new OutsideLimits());

  @Test
  void reportsAValueBelowTheMinimum() {
    assertThat(memory("204799"))
        .containsExactly(
            "2:27 privateBytesInKB=\"204799\" (200 MB) is below the limit of the policy; use at "
                + "least 200 MB (204800 KB)");
  }

  @Test
  void reportsAValueAboveTheMaximum() {
    assertThat(memory("8388609"))
        .containsExactly(
            "2:27 privateBytesInKB=\"8388609\" (8 GB) is above the limit of the policy; use at "
                + "most 8 GB (8388608 KB)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"204800", "819200", "8388608"})
  void acceptsBothEnds(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8GB", "#{kb}#"})
  void ignoresAValueThatIsNotANumber(String value) {
    assertThat(memory(value)).isEmpty();
  }

  @Test
  void reportsALargeValueThatFitsThePlan() {
    String app = "plan: { sku: P3MV3 }\n    limits: { " + MEMORY + " }";
    assertThat(findings("<memory privateBytesInKB='41943040' />", app)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slowRequests: { count: { min: 21 } }         | 3:22 count="20" is below the limit of the policy; use at least 21
          slowRequests: { timeTaken: { min: 46s } }    | 3:37 timeTaken="00:00:45" is below the limit of the policy; use at least 46 s (00:00:46)
          slowRequests: { timeInterval: { max: 119s } }| 3:61 timeInterval="00:02:00" is above the limit of the policy; use at most 1 min 59 s (00:01:59)
          requests: { count: { min: 1001 } }           | 2:18 count="1000" is below the limit of the policy; use at least 1001
          statusCodes: { count: { max: 9 } }           | 4:42 count="10" is above the limit of the policy; use at most 9
          """)
  void checksTheLimitsOfEachThreshold(String limit, String finding) {
    String triggers =
        "<requests count='1000' timeInterval='00:10:00' />\n%s\n<statusCode><add statusCode='500' count='10' timeInterval='00:00:30' /></statusCode>"
            .formatted(SLOW);
    assertThat(findings(triggers, "limits: { " + limit + " }")).containsExactly(finding);
  }

  @Test
  void acceptsAPercentageOfThePlanAsALimit() {
    String app = "plan: { sku: S1 }\n    limits: { memory: { privateBytes: { max: 50% } } }";
    assertThat(findings("<memory privateBytesInKB='917504' />", app)).isEmpty();
    assertThat(findings("<memory privateBytesInKB='917505' />", app)).hasSize(1);
  }

  @Test
  void prefersTheLimitsOfAnApp() {
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
    assertThat(inFile("4194304", policy)).as("the defaults set the maximum").hasSize(1);
  }

  @Test
  void reportsAnActionThatIsNotAllowed() {
    assertThat(action("recycle", "[logEvent, customAction]"))
        .containsExactly(
            "3:28 the policy does not allow value=\"recycle\"; use LogEvent or CustomAction");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LogEvent", "logevent", "Restart", "", "#{action}#"})
  void acceptsAllowedActionsAndLeavesInvalidOnesToOtherRules(String action) {
    assertThat(action(action, "[logEvent]")).isEmpty();
  }

  @Test
  void leavesAValueThatThePolicySetsToDrift() {
    String app = "limits: { " + MEMORY + " }\n    triggers: { memory: { privateBytes: 1GB } }";
    assertThat(findings("<memory privateBytesInKB='8388609' />", app)).isEmpty();
  }

  @Test
  void checksAnAttributeThatThePolicyDoesNotSet() {
    String app =
        "limits: { slowRequests: { count: { min: 30 }, timeTaken: { min: 1m } } }\n"
            + "    triggers: { slowRequests: { timeTaken: 1m } }";
    assertThat(findings(SLOW, app))
        .containsExactly("2:22 count=\"20\" is below the limit of the policy; use at least 30");
  }

  @Test
  void checksAValueNextToAMissingOne() {
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
  void leavesATriggerThatThePolicyRemovesToDrift(String desired) {
    assertThat(
            findings(
                "<memory privateBytesInKB='8388609' />",
                "limits: { " + MEMORY + " }\n    " + desired))
        .isEmpty();
  }

  @Test
  void leavesAnActionThatThePolicySetsToDrift() {
    assertThat(
            findings(
                "<requests count='5' timeInterval='00:10:00' />",
                "limits: { actions: [logEvent] }\n    action: logEvent"))
        .isEmpty();
  }

  @Test
  void reportsNothingWithoutLimits() {
    assertThat(findings("<memory privateBytesInKB='8388609' />", "action: recycle")).isEmpty();
    tester.findsNothing(RuleTester.inFile("<memory privateBytesInKB='8388609' />"));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == placeholder as an action is not checked
        @ limits: { actions: [logEvent] }
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="#{action}#" />
        </monitoring>
        > 6:19 value="#{action}#" is a placeholder; autoheal neither checks nor rewrites it
        >> (autoheal.yaml:5) [placeholder]

        == action that is missing is not checked
        @ limits: { actions: [logEvent] }
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions />
        </monitoring>
        > 6:3 missing value in <actions>, so AutoHeal is off; use value="Recycle" [no-action]

        == invalid action is not checked
        @ limits: { actions: [logEvent] }
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="Restart" />
        </monitoring>
        > 6:19 invalid value="Restart" in <actions>; use Recycle, LogEvent or CustomAction
        >> [invalid-action]

        == large instance
        @ plan: { sku: P3MV3 }
        @ limits:
        @   memory: { privateBytes: { min: 500MB, max: 2GB } }
        <memory privateBytesInKB="41943040" />
        > 2:27 privateBytesInKB="41943040" (40 GB) fits the plan, but the portal accepts at most 32
        >> GB (33554432 KB) [memory-out-of-range, info]
        > 2:27 privateBytesInKB="41943040" (40 GB) is above the limit of the policy; use at most 2
        >> GB (2097152 KB) (autoheal.yaml:7)

        == of a preset
        @ version: 1
        @ presets:
        @   careful:
        @     limits:
        @       memory: { privateBytes: { min: 500MB, max: 2GB } }
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        @     presets: [careful]
        <memory privateBytesInKB="204800" />
        > 2:27 privateBytesInKB="204800" (200 MB) is below the limit of the policy; use at least
        >> 500 MB (512000 KB) (autoheal.yaml:5)

        == of the defaults
        @ version: 1
        @ defaults:
        @   limits:
        @     memory: { privateBytes: { min: 500MB, max: 2GB } }
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        <memory privateBytesInKB="204800" />
        > 2:27 privateBytesInKB="204800" (200 MB) is below the limit of the policy; use at least
        >> 500 MB (512000 KB) (autoheal.yaml:4)

        == one end
        @ limits:
        @   memory: { privateBytes: { min: 500MB } }
        <memory privateBytesInKB="204800" />
        > 2:27 privateBytesInKB="204800" (200 MB) is below the limit of the policy; use at least
        >> 500 MB (512000 KB) (autoheal.yaml:6)

        == out of range is not reported too
        @ limits:
        @   memory: { privateBytes: { min: 500MB, max: 2GB } }
        <memory privateBytesInKB="838860800" />
        > 2:27 privateBytesInKB="838860800" (800 GB) is too high; use 819200 if you meant bytes
        >> [memory-out-of-range]

        == program
        @ limits: { actions: [recycle, logEvent] }
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>
        > 6:19 the policy does not allow value="CustomAction"
        >> ('DaasConsole.exe'); use Recycle or LogEvent (autoheal.yaml:5)

        == requests
        @ limits:
        @   requests: { count: { min: 5000 }, timeInterval: { max: 5m } }
        <requests count="1000" timeInterval="00:10:00" />
        > 2:1 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, <memory>
        >> or <statusCode> [recycle-on-request-count]
        > 2:18 count="1000" is below the limit of the policy; use at least 5000 (autoheal.yaml:6)
        > 2:38 timeInterval="00:10:00" is above the limit of the policy; use at most 5 min
        >> (00:05:00) (autoheal.yaml:6)

        == unknown element next to a checked trigger
        @ triggers:
        @   memory: { privateBytes: 1GB }
        @ limits:
        @   memory: { privateBytes: { min: 500MB, max: 2GB } }
        <memory privateBytesInKB="4194304" />
        <request count="1000" timeInterval="00:10:00" />
        > 2:27 privateBytesInKB="4194304" (4 GB) is above the limit of the policy; use at most 2 GB
        >> (2097152 KB) (autoheal.yaml:8)
        > 3:2 unknown element <request> in <triggers>; did you mean <requests>? [unknown-element,
        >> unsafe fix]

        == severity
        @ version: 1
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        @     limits:
        @       memory: { privateBytes: { min: 500MB, max: 2GB } }
        @ rules: { outside-limits: warning }
        <memory privateBytesInKB="4194304" />
        > 2:27 privateBytesInKB="4194304" (4 GB) is above the limit of the policy; use at most 2 GB
        >> (2097152 KB) (autoheal.yaml:6) [warning]

        == status rules
        @ limits:
        @   statusCodes: { count: { min: 10 }, timeInterval: { max: 5m } }
        <statusCode>
          <add statusCode="500" count="10" timeInterval="00:00:30" />
          <add statusCode="502" subStatusCode="3" count="5" timeInterval="00:10:00" />
        </statusCode>
        > 4:50 count="5" is below the limit of the policy; use at least 10 (autoheal.yaml:6)
        > 4:67 timeInterval="00:10:00" is above the limit of the policy; use at most 5 min
        >> (00:05:00) (autoheal.yaml:6)

        == placeholder is not checked
        @ limits:
        @   memory: { privateBytes: { min: 500MB, max: 2GB } }
        <memory privateBytesInKB="#{MemoryLimit}#" />
        > 2:27 privateBytesInKB="#{MemoryLimit}#" is a placeholder; autoheal neither checks nor
        >> rewrites it (autoheal.yaml:6) [placeholder]

        == unreadable is not checked
        @ limits:
        @   memory: { privateBytes: { min: 500MB, max: 2GB } }
        <memory privateBytesInKB="4GB" />
        > 2:27 invalid privateBytesInKB="4GB"; use 4194304 (KB) [invalid-number]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new OutsideLimits());
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
    return tester.findingsAmongAll(RuleTester.inFile(triggers), RuleTester.app(app));
  }
}
