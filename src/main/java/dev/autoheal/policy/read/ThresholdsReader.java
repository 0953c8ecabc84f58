package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.AskedValue;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The keys that say when a trigger fires. */
record ThresholdsReader(Trigger trigger) {
  /** Their names. */
  List<String> keys() {
    return TriggerKeys.thresholds(trigger).stream().map(TriggerKeys::key).toList();
  }

  /** Their values; those that are absent or wrong are left out. */
  Map<Attribute, AskedValue> read(MappingReader keys, ProblemCollector problems) {
    Map<Attribute, AskedValue> values = new EnumMap<>(Attribute.class);
    for (TriggerKeys key : TriggerKeys.thresholds(trigger)) {
      keys.read(key.key(), key.reader())
          .ifPresent(
              value -> {
                AskedValue other = values.putIfAbsent(key.attribute(), value);
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
