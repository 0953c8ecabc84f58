package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSectionTest {
  private final RuleTester tester = new RuleTester(new UnknownSection());

  @ParameterizedTest
  @ValueSource(strings = {"autoHeal", "AutoHeal", "autoHealing", "auto-heal", "autoHealRules"})
  void reportsInventedNames(String name) {
    assertThat(tester.inSection("<" + name + " />"))
        .containsExactly(
            "2:2 unknown section <%s>; use <monitoring> with <triggers> and <actions>"
                .formatted(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Monitoring", "MONITORING"})
  void comparesNamesCaseSensitively(String name) {
    assertThat(tester.inSection("<" + name + " />"))
        .singleElement()
        .asString()
        .endsWith("; use <monitoring> (names are case-sensitive)");
  }

  @Test
  void recognizesAMisspelledNameByItsContent() {
    assertThat(tester.inSection("<monitering><triggers /></monitering>"))
        .singleElement()
        .asString()
        .endsWith("did you mean <monitoring>?");
    assertThat(tester.inSection("<monitering />")).isEmpty();
  }

  @Test
  void acceptsOtherSections() {
    assertThat(tester.inSection("<tracing><traceFailedRequests /></tracing><monitoring />"))
        .isEmpty();
  }

  @Test
  void ignoresOtherPlaces() {
    tester.findsNothing("<configuration><autoHeal /></configuration>");
  }

  @Test
  void fixesTheNameInBothTags() {
    assertThat(tester.fixed(file("<Monitoring a='1'><!-- a --></Monitoring>")))
        .isEqualTo(file("<monitoring a='1'><!-- a --></monitoring>"));
    assertThat(tester.fixed(file("<autoHeal enabled='true' />"))).isEqualTo(file("<monitoring />"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<autoHeal enabled='false' />",
        "<autoHeal /><monitoring />",
        "<autoHeal /><Monitoring />"
      })
  void keepsADisabledOrSecondSection(String section) {
    assertThat(tester.inSection(section)).isNotEmpty();
    assertThat(tester.fixed(file(section))).isEqualTo(file(section));
  }

  @Test
  void acceptsATransformThatRemovesTheSection() {
    String transform =
        "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'>"
            + "<system.webServer><autoHeal xdt:Transform='%s' /></system.webServer></configuration>";
    assertThat(tester.findings(transform(transform.formatted("Remove")))).isEmpty();
    assertThat(tester.findings(transform(transform.formatted("Insert")))).hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == auto heal empty
        <configuration>
          <system.webServer>
            <autoHeal />
          </system.webServer>
        </configuration>
        > 3:6 unknown section <autoHeal>; use <monitoring> with <triggers> and <actions> [unsafe
        >> fix]

        == auto heal in upper case with settings
        <configuration>
          <system.webServer>
            <AutoHeal enabled="true" minProcessExecutionTime="00:05:00">
              <rules>
                <rule statusCodes="500-599" count="10" timeInterval="5m" action="Recycle" />
              </rules>
            </AutoHeal>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <AutoHeal>; use <monitoring> with <triggers> and <actions> [unsafe
        >> fix]

        == auto heal invented throughout
        <configuration>
          <system.webServer>
            <autoHeal enabled="true">
              <triggers>
                <statusCodes>
                  <statusCode status="500" subStatus="100" count="10" timeInterval="00:00:30" />
                </statusCodes>
                <privateBytesInKB>1500000</privateBytesInKB>
              </triggers>
              <actions>
                <action type="Recycle" />
              </actions>
            </autoHeal>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <autoHeal>; use <monitoring> with <triggers> and <actions> [unsafe
        >> fix]

        == auto heal rules
        <configuration>
          <system.webServer>
            <autoHealRules>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </autoHealRules>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <autoHealRules>; use <monitoring> with <triggers> and <actions>
        >> [unsafe fix]

        == auto heal with a monitoring inside
        <configuration>
          <system.webServer>
            <autoHeal enabled="true">
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </autoHeal>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <autoHeal>; use <monitoring> with <triggers> and <actions> [unsafe
        >> fix]

        == auto healing
        <configuration>
          <system.webServer>
            <autoHealing>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </autoHealing>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <autoHealing>; use <monitoring> with <triggers> and <actions> [unsafe
        >> fix]

        == next to the right one
        <monitoring>
          <triggers>
            <memory privateBytesInKB="800000" />
          </triggers>
          <actions value="Recycle" />
        </monitoring>
        <autoHeal enabled="true" />
        > 8:2 unknown section <autoHeal>; use <monitoring> with <triggers> and <actions>

        == in location
        <configuration>
          <location path=".">
            <system.webServer>
              <Monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </Monitoring>
            </system.webServer>
          </location>
        </configuration>
        > 4:8 unknown section <Monitoring>; use <monitoring> (names are case-sensitive) [unsafe
        >> fix]

        == misspelled
        <configuration>
          <system.webServer>
            <monitorring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitorring>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <monitorring>; did you mean <monitoring>? [unsafe fix]

        == other letter case
        <configuration>
          <system.webServer>
            <Monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </Monitoring>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <Monitoring>; use <monitoring> (names are case-sensitive) [unsafe
        >> fix]

        == other sections are fine
        <configuration>
          <system.webServer>
            <tracing>
              <traceFailedRequests />
            </tracing>
            <monitoringAgent />
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == transform that inserts
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <autoHeal xdt:Transform="Insert">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </autoHeal>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <autoHeal>; use <monitoring> with <triggers> and <actions> [unsafe
        >> fix]

        == transform that removes is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <autoHeal xdt:Transform="Remove" />
          </system.webServer>
        </configuration>

        == upper case
        <configuration>
          <system.webServer>
            <MONITORING>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </MONITORING>
          </system.webServer>
        </configuration>
        > 3:6 unknown section <MONITORING>; use <monitoring> (names are case-sensitive) [unsafe
        >> fix]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new UnknownSection());
  }

  private static RuleContext transform(String xml) {
    return RuleTester.subject(RuleTester.file("Web.Release.config", xml));
  }

  private static String file(String section) {
    return "<configuration><system.webServer>%s</system.webServer></configuration>"
        .formatted(section);
  }
}
