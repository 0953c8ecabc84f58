package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the keys that say when a trigger fires.
 *
 * @param trigger the kind of trigger
 */
record ThresholdsReader(Trigger trigger) {
  /** Returns the names of the keys. */
  List<String> keys() {
    return TriggerKeys.thresholds(trigger).stream().map(TriggerKeys::key).toList();
  }

  /**
   * Reads the values by attribute. Absent and invalid values are left out. Two keys for the same
   * attribute are a problem, and the first one counts.
   */
  Map<Attribute, DesiredValue> read(MappingReader keys, ProblemCollector problems) {
    Map<Attribute, DesiredValue> values = new EnumMap<>(Attribute.class);
    for (TriggerKeys key : TriggerKeys.thresholds(trigger)) {
      keys.read(key.key(), key.reader())
          .ifPresent(
              value -> {
                DesiredValue other = values.putIfAbsent(key.attribute(), value);
                if (other != null) {
                  problems.add(
                      value.place(),
                      "%s and %s mean the same: keep one"
                          .formatted(key.key(), key.attribute().policyName()));
                }
              });
    }
    return values;
  }
}
