package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanWithoutAutohealTest {
  private static final String SECTION = RuleTester.inFile("<memory privateBytesInKB='819200' />");

  private final RuleTester tester = new RuleTester(new PlanWithoutAutoheal());

  @ParameterizedTest
  @ValueSource(strings = {"F1", "D1"})
  void reportsFreeAndSharedPlans(String sku) {
    assertThat(tester.findings(SECTION, plan("sku: " + sku)))
        .containsExactly(
            "1:34 AutoHeal is undocumented for plan '%s'; use Standard or above, or remove <monitoring>"
                .formatted(sku));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sku: S1", "sku: P0V3", "sku: I1V2", "memory: 1GB", "bitness: 32"})
  void acceptsOtherPlans(String plan) {
    tester.findsNothing(SECTION, plan(plan));
  }

  @Test
  void acceptsTheBasicPlan() {
    tester.findsNothing(SECTION, plan("sku: B1"));
  }

  @Test
  void reportsThePlanOnceForSeveralSections() {
    String section = "<monitoring><triggers /></monitoring>";
    String twice =
        "<configuration><system.webServer>%s%s</system.webServer></configuration>"
            .formatted(section, section);
    assertThat(tester.findings(twice, plan("sku: F1"))).hasSize(1);
  }

  @Test
  void acceptsAFileWithoutASection() {
    tester.findsNothing("<configuration />", plan("sku: F1"));
    tester.findsNothing(SECTION);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == amount of memory is not checked
        @ plan: { memory: 1GB }
        <monitoring>
          <triggers>
            <requests count="10000" timeInterval="01:00:00" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>

        == basic is fine
        @ plan: { sku: B1 }
        <monitoring>
          <triggers>
            <requests count="10000" timeInterval="01:00:00" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>

        == no section is fine
        @ plan: { sku: F1 }
        <configuration>
          <system.webServer>
          </system.webServer>
        </configuration>

        == shared
        @ plan: { sku: D1 }
        <monitoring>
          <triggers>
            <requests count="10000" timeInterval="01:00:00" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>
        > 2:1 AutoHeal is undocumented for plan 'D1'; use Standard or above, or remove <monitoring>
        >> (autoheal.yaml:5)

        == standard is fine
        @ plan: { sku: S1 }
        <monitoring>
          <triggers>
            <requests count="10000" timeInterval="01:00:00" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>

        == together with too much memory
        @ plan: { sku: F1 }
        <memory privateBytesInKB="1048576" />
        > 1:34 AutoHeal is undocumented for plan 'F1'; use Standard or above, or remove
        >> <monitoring> (autoheal.yaml:5)
        > 2:27 privateBytesInKB="1048576" (1 GB), but an instance of the plan has only 1 GB
        >> (1048576 KB); lower it (autoheal.yaml:5) [memory-above-plan]

        == two sections are reported once
        @ plan: { sku: F1 }
        <monitoring>
          <triggers>
            <requests count="10000" timeInterval="01:00:00" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>
        <monitoring>
          <triggers />
        </monitoring>
        > 2:1 AutoHeal is undocumented for plan 'F1'; use Standard or above, or remove <monitoring>
        >> (autoheal.yaml:5)
        > 8:1 duplicate <monitoring>, which IIS answers with 500.19; move its triggers into the
        >> first one (web.config:2) [duplicate-section]
        > 9:3 empty <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>
        >> [no-triggers]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new PlanWithoutAutoheal());
  }

  private static String plan(String plan) {
    return RuleTester.app("plan: { " + plan + " }");
  }
}
