package dev.autoheal.policy.read;

import dev.autoheal.policy.Asked.AskedValue;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The keys that say when a trigger fires. */
record Thresholds(Trigger trigger) {
  /** Their names. */
  List<String> keys() {
    return ValueKey.thresholds(trigger).stream().map(ValueKey::key).toList();
  }

  /** Their values; those that are absent or wrong are left out. */
  Map<Attribute, AskedValue> read(Keys keys, Problems problems) {
    Map<Attribute, AskedValue> values = new EnumMap<>(Attribute.class);
    for (ValueKey key : ValueKey.thresholds(trigger)) {
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
