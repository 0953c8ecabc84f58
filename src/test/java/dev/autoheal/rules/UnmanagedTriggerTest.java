package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnmanagedTriggerTest {
  private static final String TRIGGERS =
      """
      <requests count='1000' timeInterval='00:10:00' />
      <memory privateBytesInKB='819200' />
      <statusCode>
        <add statusCode='500' count='10' timeInterval='00:00:30' />
        <add statusCode='502' subStatusCode='3' count='10' timeInterval='00:00:30' />
      </statusCode>
      """;

  private final RuleTester tester = new RuleTester(new UnmanagedTrigger());

  @Test
  void reportsATriggerThatIsNotInThePolicy() {
    assertThat(
            report("memory: { privateBytes: 800MB }, statusCodes: [ { status: 500, count: 10 } ]"))
        .containsExactly(
            "2:1 <requests> is not in the policy; add it there or remove it here",
            "6:3 status rule '502.3' is not in the policy; add it there or remove it here");
  }

  @Test
  void reportsEachTriggerIfThePolicyMentionsNone() {
    assertThat(tester.findings(RuleTester.inFile(TRIGGERS), RuleTester.app("unmanaged: report")))
        .hasSize(4);
  }

  @Test
  void acceptsATriggerThatThePolicyRemoves() {
    assertThat(
            report(
                "requests: none, memory: none,"
                    + " statusCodes: [ { status: 500, remove: true }, { status: 502, subStatus: 3, remove: true } ]"))
        .isEmpty();
    assertThat(report("requests: none, memory: none, statusCodes: none")).isEmpty();
  }

  @Test
  void tellsRulesApartBySubStatus() {
    assertThat(
            report(
                "requests: none, memory: none,"
                    + " statusCodes: [ { status: 500, count: 10 }, { status: 502, count: 10 } ]"))
        .singleElement()
        .asString()
        .contains("status rule '502.3'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unmanaged: keep", "unmanaged: remove", "action: recycle"})
  void reportsNothingUnlessThePolicyRequestsIt(String desired) {
    tester.findsNothing(RuleTester.inFile(TRIGGERS), RuleTester.app(desired));
  }

  @Test
  void prefersTheSettingOfTheApp() {
    String policy =
        """
        version: 1
        defaults: { unmanaged: report }
        apps:
          - name: app
            files: [web.config]
        """;
    assertThat(tester.findings(RuleTester.inFile(TRIGGERS), policy)).hasSize(4);
    tester.findsNothing(RuleTester.inFile(TRIGGERS), policy + "    unmanaged: keep\n");
  }

  @Test
  void acceptsTheTriggersOfAPreset() {
    assertThat(
            tester.findings(
                RuleTester.inFile(TRIGGERS),
                RuleTester.app("presets: [announcement-2014]\n    unmanaged: report")))
        .hasSize(2)
        .allMatch(found -> found.contains("status rule '"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "statusCode='#{s}#'", "statusCode='x'", "statusCode='600'"})
  void leavesInvalidStatusRulesToOtherRules(String status) {
    String rule =
        "<statusCode><add " + status + " count='10' timeInterval='00:00:30' /></statusCode>";
    tester.findsNothing(RuleTester.inFile(rule), RuleTester.app("unmanaged: report"));
  }

  @Test
  void reportsATriggerWithAnInvalidValue() {
    assertThat(
            tester.findings(
                RuleTester.inFile("<memory privateBytesInKB='#{kb}#' />"),
                RuleTester.app("unmanaged: report")))
        .hasSize(1);
  }

  @Test
  void reportsNothingWithoutAPolicy() {
    tester.findsNothing(RuleTester.inFile(TRIGGERS));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == suppressed in the file
        @ unmanaged: report
        <!-- autoheal-ignore unmanaged-trigger reason="the team tries it" -->
        <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />

        == keep is fine
        @ unmanaged: keep
        @ triggers:
        @   memory: { privateBytes: 800MB }
        <memory privateBytesInKB="819200" />
        <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
        <statusCode>
          <add statusCode="500" count="10" timeInterval="00:00:30" />
          <add statusCode="502" subStatusCode="3" count="5" timeInterval="00:10:00" />
        </statusCode>

        == limits mention nothing
        @ unmanaged: report
        @ limits:
        @   memory: { privateBytes: { min: 500MB, max: 2GB } }
        <memory privateBytesInKB="819200" />
        > 2:1 <memory> is not in the policy; add it there or remove it here (autoheal.yaml:5)

        == mentioned by a preset is fine
        @ version: 1
        @ presets:
        @   mild:
        @     triggers:
        @       slowRequests: { count: 20 }
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        @     presets: [mild]
        @     unmanaged: report
        <slowRequests count="20" timeTaken="00:01:00" timeInterval="00:05:00" />

        == of the app over the defaults is fine
        @ version: 1
        @ defaults:
        @   unmanaged: report
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        @     unmanaged: keep
        <memory privateBytesInKB="819200" />

        == of the defaults
        @ version: 1
        @ defaults:
        @   unmanaged: report
        @ apps:
        @   - name: storefront
        @     files: [web.config]
        <memory privateBytesInKB="819200" />
        > 2:1 <memory> is not in the policy; add it there or remove it here (autoheal.yaml:3)

        == status rule with any sub status written out is fine
        @ unmanaged: report
        @ triggers:
        @   statusCodes: [{ status: 500, count: 10 }]
        <statusCode>
          <add statusCode="500" subStatusCode="0" win32StatusCode="0" count="10" timeInterval="00:00:30" />
        </statusCode>

        == status that http does not have is not checked
        @ unmanaged: report
        <statusCode>
          <add statusCode="600" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:20 invalid statusCode="600"; use a status from 100 to 599 [invalid-status-code]

        == placeholder as a status is not checked
        @ unmanaged: report
        <statusCode>
          <add statusCode="#{status}#" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:20 statusCode="#{status}#" is a placeholder; autoheal neither checks nor rewrites it
        >> (autoheal.yaml:5) [placeholder]

        == default is fine
        @ triggers:
        @   memory: { privateBytes: 800MB }
        <memory privateBytesInKB="819200" />
        <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
        <statusCode>
          <add statusCode="500" count="10" timeInterval="00:00:30" />
          <add statusCode="502" subStatusCode="3" count="5" timeInterval="00:10:00" />
        </statusCode>

        == placeholder as a value is reported
        @ unmanaged: report
        <memory privateBytesInKB="#{MemoryLimit}#" />
        > 2:1 <memory> is not in the policy; add it there or remove it here (autoheal.yaml:5)
        > 2:27 privateBytesInKB="#{MemoryLimit}#" is a placeholder; autoheal neither checks nor
        >> rewrites it [placeholder]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new UnmanagedTrigger());
  }

  private List<String> report(String triggers) {
    return tester.findings(
        RuleTester.inFile(TRIGGERS),
        RuleTester.app("unmanaged: report\n    triggers: { " + triggers + " }"));
  }
}
