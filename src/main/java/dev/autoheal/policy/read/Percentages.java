package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.QuotedLine;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Converts percentages of the memory to KB (1024 bytes) for one app.
 *
 * @param app the name of the app
 * @param plan the plan of the app
 * @param problems the collector that gets the problems
 */
record Percentages(String app, Plan plan, ProblemCollector problems) {

  /**
   * Returns the layer with the percentages of its triggers in KB; its limits stay as they are. A
   * percentage that the plan cannot resolve is a problem and is left out.
   */
  SettingsLayer of(SettingsLayer layer) {
    Map<TriggerKey, DesiredTrigger> triggers = new TreeMap<>();
    layer
        .triggers()
        .forEach(
            (key, trigger) ->
                triggers.put(
                    key,
                    trigger instanceof Values values
                        ? new Values(values(values.values()), values.place())
                        : trigger));
    return new SettingsLayer(
        triggers,
        layer.forbidden(),
        layer.action(),
        layer.unmanaged(),
        layer.limits(),
        layer.plan());
  }

  private Map<Attribute, DesiredValue> values(Map<Attribute, DesiredValue> values) {
    Map<Attribute, DesiredValue> known = new EnumMap<>(Attribute.class);
    values.forEach(
        (attribute, value) -> value(value).ifPresent(size -> known.put(attribute, size)));
    return known;
  }

  /**
   * Returns the limits with their percentages in KB. A percentage that the plan cannot resolve is a
   * problem and is left out.
   */
  Limits of(Limits limits) {
    return limits.map(this::value);
  }

  private Optional<DesiredValue> value(DesiredValue value) {
    if (!value.isShare()) {
      return Optional.of(value);
    }
    if (plan.instance().isEmpty()) {
      problems.add(
          value.place(),
          "a percentage needs a plan, and the app %s has none: write plan: { sku: P1V3 }, the size it"
                  .formatted(QuotedLine.of(app))
              + " has, or an amount such as 800MB");
      return Optional.empty();
    }
    Optional<DesiredValue> known = plan.resolve(value);
    if (known.isEmpty()) {
      Plan.Instance instance = plan.instance().get();
      problems.add(
          value.place(),
          "this percentage of %s is %s for the app %s, and the portal refuses 100MB and less"
              .formatted(
                  MemorySize.words(instance.memory()),
                  MemorySize.words(instance.share(value.value())),
                  QuotedLine.of(app)));
    }
    return known;
  }
}
