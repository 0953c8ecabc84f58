package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecycleOnRequestCountTest {
  private static final String REQUESTS = "<requests count='1000' timeInterval='00:10:00' />";

  private final RuleTester tester = new RuleTester(new RecycleOnRequestCount());

  @Test
  void reportsRequestsThatRecycle() {
    assertThat(recycling(REQUESTS))
        .containsExactly(
            "3:1 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, "
                + "<memory> or <statusCode>");
  }

  @Test
  void usesTheSingularForOneRequest() {
    assertThat(recycling("<requests count='1' timeInterval='00:00:01' />"))
        .singleElement()
        .asString()
        .startsWith("3:1 1 request in 1 s recycles even a healthy worker; ");
    assertThat(recycling("<requests count='2' timeInterval='00:00:02' />"))
        .singleElement()
        .asString()
        .startsWith("3:1 2 requests in 2 s recycle even a healthy worker; ");
  }

  @Test
  void leavesFewRequestsToOtherRules() {
    assertThat(recycling("<requests count='1' timeInterval='01:30:00' />")).isEmpty();
    assertThat(recycling("<requests count='44' timeInterval='00:00:45' />")).isEmpty();
    assertThat(recycling("<requests count='45' timeInterval='00:00:45' />")).hasSize(1);
  }

  @Test
  void recognizesTheActionInAnyCase() {
    assertThat(section("<actions value='recycle' />", REQUESTS)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<actions value='LogEvent' />",
        "<actions value='CustomAction'><customAction exe='D:\\home\\a.exe' /></actions>",
        "<actions value='#{action}#' />",
        "<actions value='Restart' />",
        "<actions value='' />",
        "<actions />",
        ""
      })
  void acceptsOtherActions(String actions) {
    assertThat(section(actions, REQUESTS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<slowRequests count='20' timeTaken='00:00:45' timeInterval='00:02:00' />",
        "<memory privateBytesInKB='819200' />",
        "<statusCode><add statusCode='500' count='10' timeInterval='00:01:00' /></statusCode>"
      })
  void acceptsOtherTriggers(String trigger) {
    assertThat(recycling(trigger)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count='0' timeInterval='00:10:00'",
        "count='5' timeInterval='00:00:00'",
        "count='many' timeInterval='00:10:00'",
        "count='5' timeInterval='600'",
        "count='#{n}#' timeInterval='00:10:00'",
        "count='5' timeInterval='#{t}#'",
        "count='5'",
        "timeInterval='00:10:00'",
        ""
      })
  void leavesInvalidTriggersToOtherRules(String attributes) {
    assertThat(recycling("<requests " + attributes + " />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == log event is fine
        <monitoring>
          <triggers>
            <requests count="1000" timeInterval="00:10:00" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>

        == program is fine
        <monitoring>
          <triggers>
            <requests count="1000" timeInterval="00:10:00" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\data\\DaaS\\bin\\DaasConsole.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>

        == unreadable is reported once
        <requests count="many" timeInterval="00:10:00" />
        > 2:18 invalid count="many"; expected a whole number [invalid-number]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new RecycleOnRequestCount());
  }

  private List<String> recycling(String triggers) {
    return section("<actions value='Recycle' />", triggers);
  }

  private List<String> section(String actions, String triggers) {
    return tester.inSection(
        "<monitoring>%s<triggers>\n%s</triggers></monitoring>".formatted(actions, triggers));
  }
}
