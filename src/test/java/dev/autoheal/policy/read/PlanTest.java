package dev.autoheal.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.Sku;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the plan of an app and percentages of its memory. */
class PlanTest {
  private static final String APP =
      "version: 1\napps:\n  - name: a\n    files: [a]\n    plan: %s\n    triggers: { memory: { privateBytes: %s } }\n";

  private static long kilobytes(String plan, String share) {
    App app = Policies.valid(APP.formatted(plan, share)).apps().get(0);
    Values memory = (Values) app.desired().triggers().get(TriggerKey.of(Trigger.MEMORY));
    return memory.values().get(Attribute.PRIVATE_BYTES).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ sku: P1V3 }       | 70%    | 5872025",
        "{ sku: P1v3 }       | 70%    | 5872025",
        "{ sku: S1 }         | 50%    | 917504",
        "{ sku: P5MV3 }      | 100%   | 268435456",
        "{ memory: 8GB }     | 70%    | 5872025",
        "{ memory: 819203KB }| 33.3%  | 272794",
        "{ memory: 8GB }     | 72.125%| 6050283",
        "{ sku: P1V3 }       | 800MB  | 819200"
      })
  void roundsAPercentageDownToAWholeKilobyte(String plan, String share, long kilobytes) {
    assertThat(kilobytes(plan, share)).isEqualTo(kilobytes);
  }

  @Test
  void appliesADefaultPercentageToThePlanOfEachApp() {
    Policy policy =
        Policies.valid(
            """
            version: 1
            defaults:
              plan: { sku: P1V3, bitness: 64 }
              triggers: { memory: { privateBytes: 50% } }
              limits: { memory: { privateBytes: { max: 80% } } }
            apps:
              - { name: a, files: [a] }
              - { name: b, files: [b], plan: { sku: P2V3 } }
            """);
    assertThat(policy.apps())
        .extracting(
            app ->
                ((Values) app.desired().triggers().get(TriggerKey.of(Trigger.MEMORY)))
                    .values()
                    .get(Attribute.PRIVATE_BYTES)
                    .value())
        .containsExactly(4194304L, 8388608L);
    assertThat(policy.apps().get(1).plan().bitness().orElseThrow().bits()).isEqualTo(64);
    assertThat(
            policy
                .apps()
                .get(1)
                .limits()
                .range(Trigger.MEMORY, Attribute.PRIVATE_BYTES)
                .max()
                .orElseThrow()
                .value())
        .isEqualTo(13421772L);
  }

  @Test
  void rejectsAPercentageWithoutAPlan() {
    assertThat(Policies.problems(APP.formatted("{ bitness: 64 }", "70%")))
        .containsExactly(
            "6:41: missing 'plan' in app 'a' for 'privateBytes' in percent;"
                + " add one or use e.g. 800MB");
  }

  @Test
  void rejectsAPercentageBelowThePortalMinimum() {
    assertThat(Policies.problems(APP.formatted("{ sku: F1 }", "9%")))
        .containsExactly(
            "6:41: expected more than 100 MB for 'privateBytes' of app 'a',"
                + " got 92.16 MB (94371 KB); use a higher percentage");
  }

  @Test
  void proactiveIsOnUnlessTurnedOff() {
    assertThat(plan("{ sku: P1V3 }").isProactive()).isTrue();
    assertThat(plan("{ proactive: false }").isProactive()).isFalse();
    assertThat(plan("{ sku: F1 }").instance().orElseThrow().isShared()).isTrue();
    assertThat(plan("{ sku: B1 }").instance().orElseThrow().isShared()).isFalse();
    assertThat(plan("{ memory: 1GB }").instance().orElseThrow().isShared()).isFalse();
  }

  private static Plan plan(String plan) {
    return Policies.valid(APP.formatted(plan, "800MB")).apps().get(0).plan();
  }

  @Test
  void knowsPlanSizesAsAzureWritesThem() {
    assertThat(Sku.MEMORY).hasSize(68).containsEntry("I1v2", 8388608L).containsKey("P0V3");
    assertThat(List.copyOf(Sku.MEMORY.keySet())).doesNotContain("f1", "p1v3");
  }
}
