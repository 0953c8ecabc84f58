package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
  private final RuleTester tester = new RuleTester(new Placeholder());

  @ParameterizedTest
  @ValueSource(strings = {"#{n}#", "#{n}", "%n%", "$(n)", "${n}", "__n__", "{{n}}", "1{{n}}0"})
  void reportsAPlaceholder(String token) {
    assertThat(tester.inTriggers("<requests count='" + token + "' />"))
        .containsExactly(
            "2:18 count=\"%s\" is a placeholder; autoheal neither checks nor rewrites it"
                .formatted(token));
  }

  @Test
  void reportsAPlaceholderInTheAction() {
    assertThat(
            tester.inSection(
                """
                <monitoring>
                  <actions value="#{action}#">
                    <customAction exe="$(exe)" parameters="-x ${p}" />
                  </actions>
                </monitoring>
                """))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "", "100%", "#n#", "$n", "{n}", "_n_"})
  void ignoresOtherValues(String value) {
    assertThat(tester.inTriggers("<requests count='" + value + "' />")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%1%", "-o w3wp_PID_%1%_", "%DAAS_ARGUMENTS%", "%a% %b%", "100%"})
  void ignoresAnEnvironmentVariableInTheAction(String text) {
    assertThat(
            tester.inSection(
                "<monitoring><actions value='CustomAction'><customAction exe='%s'".formatted(text)
                    + " parameters='%s' /></actions></monitoring>".formatted(text)))
        .isEmpty();
  }

  @Test
  void reportsAPlaceholderNextToAnEnvironmentVariable() {
    assertThat(
            tester.inSection(
                "<monitoring><actions value='%action%'><customAction exe='%HOME%\\#{tool}#'"
                    + " parameters='%HOME% __log__' /></actions></monitoring>"))
        .hasSize(3);
  }

  @Test
  void ignoresAPlaceholderOutsideTheSection() {
    tester.findsNothing("<configuration><appSettings name='#{n}#' /></configuration>");
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == in the action
        <actions value="#{Action}#">
          <customAction exe="$(DaasFolder)\\DaasConsole.exe" parameters="-CollectKillAnalyze ${TOOL}" />
        </actions>
        > 2:17 value="#{Action}#" is a placeholder; autoheal neither checks nor rewrites it
        > 3:22 exe contains a placeholder; autoheal neither checks nor rewrites it
        > 3:65 parameters contains a placeholder; autoheal neither checks nor rewrites it

        == outside the section is not noted
        <configuration>
          <appSettings>
            <add key="a" value="#{A}#" />
          </appSettings>
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == part of a value
        <requests count="1#{Zeros}#" timeInterval="00:#{Minutes}#:00" />
        > 2:18 count="1#{Zeros}#" is a placeholder; autoheal neither checks nor rewrites it
        > 2:44 timeInterval="00:#{Minutes}#:00" is a placeholder; autoheal neither checks nor
        >> rewrites it

        == percent sign is not a placeholder
        <memory privateBytesInKB="70%" />
        > 2:27 invalid privateBytesInKB="70%"; expected a whole number [invalid-number]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new Placeholder());
  }
}
