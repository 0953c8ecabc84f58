package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the map {@code triggers}. The value of each key is {@code none}, a map of values or a list
 * of status rules.
 */
final class TriggersReader {
  private static final List<String> KEYS =
      Arrays.stream(Trigger.values()).map(Trigger::policyName).toList();

  private final ProblemCollector problems;
  private final Map<TriggerKey, DesiredTrigger> desired = new TreeMap<>();
  private final Map<Trigger, Location> forbidden = new EnumMap<>(Trigger.class);

  private TriggersReader(ProblemCollector problems) {
    this.problems = problems;
  }

  /**
   * Reads a state that requires only triggers. A node that is not a map is a problem and gives an
   * empty result.
   *
   * @param name the name of the value in messages
   */
  static Optional<DesiredSection> read(String name, YamlNode node, ProblemCollector problems) {
    TriggersReader reader = new TriggersReader(problems);
    return MappingReader.of(name, node, KEYS, problems).map(reader::read);
  }

  private DesiredSection read(MappingReader keys) {
    for (Trigger trigger : Trigger.values()) {
      keys.find(trigger.policyName()).ifPresent(entry -> read(trigger, entry));
    }
    return DesiredSection.of(desired, forbidden);
  }

  private void read(Trigger trigger, Entry entry) {
    if (isNone(entry.value())) {
      forbidden.put(trigger, problems.locate(entry.value().span()));
    } else if (trigger == Trigger.STATUS_CODES) {
      desired.putAll(new StatusRulesReader(problems).read(name(trigger), entry.value()));
    } else if (entry.value() instanceof YamlNode.Mapping map) {
      desired.put(TriggerKey.of(trigger), values(trigger, entry.key(), map));
    } else {
      problems.wrongType(name(trigger), entry.value(), "a map or none");
    }
  }

  private static String name(Trigger trigger) {
    return Quoted.name(trigger.policyName());
  }

  private static boolean isNone(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.text().equals("none");
  }

  private Values values(Trigger trigger, YamlNode.Scalar key, YamlNode.Mapping map) {
    List<String> names = TriggerKeys.names(trigger);
    if (map.entries().isEmpty()) {
      problems.add(
          map.span(),
          Expected.message(Expected.keys(names), name(trigger), "an empty map")
              + "; use none to forbid it");
    }
    MappingReader keys = MappingReader.of(name(trigger), map, names, problems);
    return new Values(TriggerKeys.read(trigger, keys, problems), problems.locate(key.span()));
  }
}
