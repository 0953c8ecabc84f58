package dev.autoheal.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Removed;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.StatusKey;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests how the values of an app override the defaults. */
class MergingTest {
  @Test
  void requiresNothingByDefault() {
    assertThat(desired("{}", "{}")).isEqualTo(DesiredSection.NOTHING);
  }

  @Test
  void mergesValuesOneByOne() {
    DesiredSection desired =
        desired(
            "triggers: { slowRequests: { count: 20, timeTaken: 45s } }",
            "triggers: { slowRequests: { count: 5, timeInterval: 2m } }");
    assertThat(values(desired, TriggerKey.of(Trigger.SLOW_REQUESTS)))
        .isEqualTo(
            Map.of(Attribute.COUNT, 5L, Attribute.TIME_TAKEN, 45L, Attribute.TIME_INTERVAL, 120L));
  }

  @Test
  void keepsTheLineOfEachValue() {
    DesiredSection desired =
        desired(
            "triggers: { slowRequests: { count: 20, timeTaken: 45s } }",
            "triggers: { slowRequests: { count: 5 } }");
    Values values = (Values) desired.triggers().get(TriggerKey.of(Trigger.SLOW_REQUESTS));
    DesiredValue count = values.values().get(Attribute.COUNT);
    DesiredValue timeTaken = values.values().get(Attribute.TIME_TAKEN);
    assertThat(timeTaken.place().line()).isEqualTo(3);
    assertThat(count.place().line()).isEqualTo(7);
    assertThat(count.place().sourceLine().substring(count.place().column() - 1)).startsWith("5 }");
    assertThat(values.place().line()).isEqualTo(7);
  }

  @Test
  void removesInheritedValuesWithNone() {
    DesiredSection desired =
        desired("triggers: { requests: { count: 5 } }", "triggers: { requests: none }");
    assertThat(desired.triggers()).isEmpty();
    assertThat(desired.forbidden().get(Trigger.REQUESTS).line()).isEqualTo(7);
  }

  @Test
  void replacesAnInheritedNone() {
    DesiredSection desired =
        desired("triggers: { requests: none }", "triggers: { requests: { count: 5 } }");
    assertThat(desired.forbidden()).isEmpty();
    assertThat(values(desired, TriggerKey.of(Trigger.REQUESTS)))
        .isEqualTo(Map.of(Attribute.COUNT, 5L));
  }

  @Test
  void mergesStatusRulesForTheSameResponses() {
    DesiredSection desired =
        desired(
            "triggers: { statusCodes: [{ status: 500, count: 10, timeInterval: 1m },"
                + " { status: 502, count: 1 }, { status: 503, count: 3 }] }",
            "triggers: { statusCodes: [{ status: 500, subStatus: 0, count: 5 },"
                + " { status: 500, subStatus: 100, count: 7 }, { status: 502, remove: true }] }");
    assertThat(desired.triggers().keySet())
        .containsExactly(status(500, 0), status(500, 100), status(502, 0), status(503, 0));
    assertThat(values(desired, status(500, 0)))
        .isEqualTo(Map.of(Attribute.COUNT, 5L, Attribute.TIME_INTERVAL, 60L));
    assertThat(desired.triggers().get(status(502, 0))).isInstanceOf(Removed.class);
  }

  @Test
  void replacesAnInheritedRemoval() {
    DesiredSection desired =
        desired(
            "triggers: { statusCodes: [{ status: 500, remove: true }] }",
            "triggers: { statusCodes: [{ status: 500, count: 5 }] }");
    assertThat(values(desired, status(500, 0))).isEqualTo(Map.of(Attribute.COUNT, 5L));
  }

  @Test
  void replacesAnInheritedNoneOfStatusCodes() {
    DesiredSection desired =
        desired(
            "triggers: { statusCodes: none }",
            "triggers: { statusCodes: [{ status: 500, count: 5 }] }");
    assertThat(desired.triggers().keySet()).containsExactly(status(500, 0));
    assertThat(desired.forbidden()).containsOnlyKeys(Trigger.STATUS_CODES);
  }

  @Test
  void removesInheritedStatusRulesWithNone() {
    DesiredSection desired =
        desired(
            "triggers: { statusCodes: [{ status: 500, count: 5 }] }",
            "triggers: { statusCodes: none }");
    assertThat(desired.triggers()).isEmpty();
    assertThat(desired.forbidden()).containsOnlyKeys(Trigger.STATUS_CODES);
  }

  @Test
  void replacesTheWholeInheritedAction() {
    String program = "action: { customAction: { exe: x.exe, parameters: -a } }";
    assertThat(desired(program, "action: logEvent").action().orElseThrow().action())
        .isEqualTo(Action.of(Action.Kind.LOG_EVENT));
    DesiredSection desired = desired(program, "action: { customAction: { exe: 'D:\\y.exe' } }");
    assertThat(desired.action().orElseThrow().action().program())
        .contains(new Action.Program("D:\\y.exe", ""));
    assertThat(desired(program, "{}").action().orElseThrow().place().line()).isEqualTo(3);
  }

  @Test
  void prefersTheUnmanagedSettingOfTheApp() {
    assertThat(desired("unmanaged: remove", "{}").unmanaged().orElseThrow().what())
        .isEqualTo(Unmanaged.REMOVE);
    assertThat(desired("unmanaged: remove", "unmanaged: keep").unmanaged().orElseThrow().what())
        .isEqualTo(Unmanaged.KEEP);
  }

  @Test
  void mergesSeveritiesRuleByRule() {
    App app =
        Policies.valid(
                """
                version: 1
                defaults: { placeholders: error, rules: { drift: warning } }
                presets: { lax: { placeholders: allow, rules: { invalid-number: info } } }
                apps:
                  - { name: a, files: [a], presets: [lax], rules: { drift: off } }
                  - { name: b, files: [b], placeholders: warn }
                  - { name: c, files: [c] }
                rules: { drift: info, placeholder: error }
                """)
            .apps()
            .get(0);
    assertThat(app.severities().rules())
        .isEqualTo(
            Map.of(
                "drift", RuleSetting.OFF,
                "invalid-number", RuleSetting.INFO,
                "placeholder", RuleSetting.ERROR));
    assertThat(app.severities().ofNewPlaceholders()).isEqualTo(Severity.INFO);
  }

  @Test
  void appliesTheSeveritiesOfThePolicyToEveryApp() {
    Policy policy =
        Policies.valid(
            """
            version: 1
            defaults: { placeholders: error }
            apps:
              - { name: a, files: [a], placeholders: warn }
              - { name: b, files: [b] }
            rules: { drift: info }
            """);
    assertThat(policy.apps()).allMatch(app -> app.severities().rules().equals(policy.rules()));
    assertThat(policy.apps())
        .extracting(app -> app.severities().ofNewPlaceholders())
        .containsExactly(Severity.WARNING, Severity.ERROR);
  }

  private static DesiredSection desired(String defaults, String app) {
    String over = app.equals("{}") ? "" : "    " + app + "\n";
    String policy =
        "version: 1\ndefaults:\n  %s\napps:\n  - name: a\n    files: [web.config]\n%s"
            .formatted(defaults, over);
    return Policies.valid(policy).apps().get(0).desired();
  }

  private static TriggerKey status(long status, long subStatus) {
    return TriggerKey.of(new StatusKey(status, subStatus, 0));
  }

  private static Map<Attribute, Long> values(DesiredSection desired, TriggerKey key) {
    DesiredTrigger trigger = desired.triggers().get(key);
    return ((Values) trigger)
        .values().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }
}
