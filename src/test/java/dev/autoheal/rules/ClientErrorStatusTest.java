package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientErrorStatusTest {
  private static final String TOOL = "D:\\home\\data\\DaaS\\bin\\DaasConsole.exe";

  private final RuleTester tester = new RuleTester(new ClientErrorStatus());

  @ParameterizedTest
  @ValueSource(strings = {"400", "401", "403", "404", "429", "499"})
  void reportsAClientErrorThatRecycles(String status) {
    assertThat(section("<actions value='Recycle' />", "statusCode='" + status + "'"))
        .containsExactly(
            "3:18 statusCode=\"%s\" is a client error, so any client can restart the worker; use a 5xx status"
                .formatted(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "302", "399", "500", "503", "599", "4040", "#{s}#", "4xx", ""})
  void acceptsOtherStatusCodes(String status) {
    assertThat(section("<actions value='Recycle' />", "statusCode='" + status + "'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statusCode='404' subStatusCode='0' win32StatusCode='0'",
        "statusCode='404' subStatusCode='13'",
        "statusCode='401' subStatusCode='#{s}#'"
      })
  void ignoresTheSubStatus(String codes) {
    assertThat(section("<actions value='recycle' />", codes)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-CollectKillAnalyze MemoryDump",
        "/collectkillanalyze &quot;Memory Dump&quot; 60",
        "-CollectKillAnalyze Heap"
      })
  void reportsAProgramThatRestarts(String parameters) {
    assertThat(section(program(TOOL, parameters), "statusCode='404'")).hasSize(1);
  }

  @Test
  void reportsALauncherThatRestarts() {
    String launcher = "%HOME%/DiagLauncher.exe";
    assertThat(section(program(launcher, "-m CollectKillAnalyze -t Heap"), "statusCode='404'"))
        .hasSize(1);
    assertThat(section(program(launcher, "-m Collect -t MemoryDump"), "statusCode='404'"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<actions value='LogEvent' />",
        "<actions value='#{action}#' />",
        "<actions value='Restart' />",
        "<actions value='CustomAction' />",
        "<actions value='CustomAction'><customAction exe='D:\\home\\a.exe' /></actions>",
        "<actions value='CustomAction'><customAction exe='DaasConsole.exe' parameters='-CollectLogs MemoryDump' /></actions>",
        "<actions value='CustomAction'><customAction exe='DaasConsole.exe' parameters='-CollectKillAnalyse MemoryDump' /></actions>",
        "<actions />",
        ""
      })
  void acceptsAnActionNotKnownToRestart(String actions) {
    assertThat(section(actions, "statusCode='404'")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == two client errors among several rules
        <statusCode>
          <add statusCode="401" count="20" timeInterval="00:01:00" />
          <add statusCode="500" count="20" timeInterval="00:01:00" />
          <add statusCode="404" subStatusCode="0" win32StatusCode="0" count="20" timeInterval="00:01:00" />
        </statusCode>
        > 3:20 statusCode="401" is a client error, so any client can restart the worker; use a 5xx
        >> status
        > 5:20 statusCode="404" is a client error, so any client can restart the worker; use a 5xx
        >> status

        == rule that the policy removes is reported once
        @ triggers: { statusCodes: [ { status: 404, remove: true } ] }
        <statusCode>
          <add statusCode="404" count="20" timeInterval="00:01:00" />
        </statusCode>
        > 3:3 unexpected rule for status 404, which the policy does not allow; run `autoheal apply`
        >> (autoheal.yaml:5) [drift]

        == rule that the policy only changes
        @ triggers: { statusCodes: [ { status: 404, count: 30 } ] }
        <statusCode>
          <add statusCode="404" count="20" timeInterval="00:01:00" />
        </statusCode>
        > 3:20 statusCode="404" is a client error, so any client can restart the worker; use a 5xx
        >> status
        > 3:32 count="20" for status 404, but the policy requires 30; run `autoheal apply`
        >> (autoheal.yaml:5) [drift]

        == log event is fine
        <monitoring>
          <triggers>
            <statusCode>
              <add statusCode="404" count="20" timeInterval="00:01:00" />
            </statusCode>
          </triggers>
          <actions value="LogEvent" />
        </monitoring>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new ClientErrorStatus());
  }

  private static String program(String exe, String parameters) {
    return "<actions value='CustomAction'><customAction exe='%s' parameters='%s' /></actions>"
        .formatted(exe, parameters);
  }

  private List<String> section(String actions, String codes) {
    return tester.inSection(
        "<monitoring>%s<triggers><statusCode>\n<add %s count='20' timeInterval='00:01:00' /></statusCode></triggers></monitoring>"
            .formatted(actions, codes));
  }
}
