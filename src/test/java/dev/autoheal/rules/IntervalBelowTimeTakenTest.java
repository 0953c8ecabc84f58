package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalBelowTimeTakenTest {
  private final RuleTester tester = new RuleTester(new IntervalBelowTimeTaken());

  @Test
  void reportsAShorterInterval() {
    assertThat(slow("00:02:00", "00:01:00"))
        .containsExactly(
            "2:60 timeInterval=\"00:01:00\" is shorter than timeTaken=\"00:02:00\"; use 00:02:00 or"
                + " more");
  }

  @Test
  void proposesAValidTimeSpan() {
    assertThat(slow("0:03:50", "00:03:49"))
        .containsExactly(
            "2:59 timeInterval=\"00:03:49\" is shorter than timeTaken=\"0:03:50\"; use 00:03:50 or"
                + " more");
  }

  @Test
  void leavesAnUnreachableTimeTakenToOtherRules() {
    assertThat(slow("00:03:51", "00:03:49")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"00:02:00, 00:02:00", "00:02:00, 00:02:01", "24:00:00, 1.00:00:00"})
  void acceptsAnEqualOrLongerInterval(String taken, String interval) {
    assertThat(slow(taken, interval)).isEmpty();
  }

  @Test
  void reportsADifferenceOfOneSecond() {
    assertThat(slow("00:02:00", "00:01:59")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "00:02:00, 00:00:00",
    "00:02:00, #{interval}#",
    "#{taken}#, 00:01:00",
    "120, 00:01:00",
    "00:02:00, 60"
  })
  void leavesInvalidValuesToOtherRules(String taken, String interval) {
    assertThat(slow(taken, interval)).isEmpty();
  }

  @Test
  void ignoresAMissingValue() {
    assertThat(tester.inTriggers("<slowRequests count='5' timeTaken='00:02:00' />")).isEmpty();
    assertThat(tester.inTriggers("<slowRequests count='5' timeInterval='00:01:00' />")).isEmpty();
  }

  @Test
  void ignoresOtherTriggers() {
    assertThat(
            tester.inTriggers(
                "<requests count='5' timeTaken='00:02:00' timeInterval='00:01:00' />"))
        .isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == equal is fine
        <slowRequests count="20" timeTaken="00:01:00" timeInterval="00:01:00" />

        == in days
        <slowRequests count="20" timeTaken="1.00:00:00" timeInterval="23:59:59" />
        > 2:37 timeTaken="1.00:00:00", but the App Service front end ends a request after about 230
        >> s; use less time [unreachable-time-taken]

        == longer is fine
        <memory privateBytesInKB="819200" />

        == unreachable time taken is reported once
        <configuration>
          <system.webServer>
            <handlers>
              <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
            </handlers>
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="1.00:00:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 8:45 timeTaken="1.00:00:00", but the App Service front end ends a request after about 230
        >> s; use less time [unreachable-time-taken]

        == zero is not checked
        <slowRequests count="20" timeTaken="00:01:00" timeInterval="00:00:00" />
        > 2:61 timeInterval="00:00:00" has no documented meaning; use 00:05:00, for example
        >> [zero-threshold]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new IntervalBelowTimeTaken());
  }

  private List<String> slow(String taken, String interval) {
    return tester.inTriggers(
        "<slowRequests count='5' timeTaken='%s' timeInterval='%s' />".formatted(taken, interval));
  }
}
