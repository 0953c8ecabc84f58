package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Limits.Actions;
import dev.autoheal.policy.Limits.Range;
import dev.autoheal.policy.read.YamlNode.Sequence;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the map {@code limits}. */
final class LimitsReader {
  private static final String ACTIONS = "actions";
  private static final List<String> KEYS = keys();
  private static final ScalarReader<Action.Kind> ACTION =
      ScalarReader.choice(
          "recycle, logEvent or customAction",
          Arrays.stream(Action.Kind.values())
              .collect(Collectors.toMap(Action.Kind::policyName, Function.identity())));

  private LimitsReader() {}

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    Arrays.stream(Trigger.values()).map(Trigger::policyName).forEach(keys::add);
    keys.add(ACTIONS);
    return List.copyOf(keys);
  }

  /**
   * Reads limits; percentages in them are not yet resolved. A node that is not a map is a problem
   * and gives an empty result. An invalid entry is a problem and is left out.
   *
   * @param name the name of the value in messages
   */
  static Optional<Limits> read(String name, YamlNode node, ProblemCollector problems) {
    return MappingReader.of(name, node, KEYS, problems).map(LimitsReader::read);
  }

  private static Limits read(MappingReader keys) {
    Map<Trigger, Map<Attribute, Range>> ranges = new EnumMap<>(Trigger.class);
    for (Trigger trigger : Trigger.values()) {
      keys.read(trigger.policyName(), (name, node, problems) -> ranges(trigger, node, problems))
          .ifPresent(map -> ranges.put(trigger, map));
    }
    return new Limits(ranges, keys.read(ACTIONS, LimitsReader::actions));
  }

  private static Optional<Map<Attribute, Range>> ranges(
      Trigger trigger, YamlNode node, ProblemCollector problems) {
    List<TriggerKeys> known =
        TriggerKeys.thresholds(trigger).stream()
            .filter(key -> key != TriggerKeys.PRIVATE_BYTES_IN_KB)
            .toList();
    List<String> names = known.stream().map(TriggerKeys::key).toList();
    return MappingReader.of(Quoted.name(trigger.policyName()), node, names, problems)
        .map(
            keys -> {
              Map<Attribute, Range> ranges = new EnumMap<>(Attribute.class);
              for (TriggerKeys key : known) {
                keys.read(key.key(), (name, value, found) -> range(key, value, found))
                    .ifPresent(range -> ranges.put(key.attribute(), range));
              }
              return ranges;
            });
  }

  private static Optional<Range> range(TriggerKeys key, YamlNode node, ProblemCollector problems) {
    return MappingReader.of(Quoted.name(key.key()), node, List.of("min", "max"), problems)
        .map(
            keys -> {
              if (keys.hasOnly(List.of())) {
                problems.add(
                    keys.span(),
                    Expected.message(
                        Expected.keys(List.of("min", "max")),
                        Quoted.name(key.key()),
                        "an empty map"));
              }
              Range range =
                  Range.of(keys.read("min", key.reader()), keys.read("max", key.reader()));
              refuseEmpty(key.attribute(), range, problems);
              return range;
            });
  }

  private static void refuseEmpty(Attribute attribute, Range range, ProblemCollector problems) {
    Optional<DesiredValue> max = range.max().filter(end -> !end.isShare());
    Optional<DesiredValue> min = range.min().filter(end -> !end.isShare());
    if (min.isPresent() && max.isPresent() && min.get().value() > max.get().value()) {
      problems.add(
          max.get().place(),
          "'max' is %s, less than 'min'; use at least %s"
              .formatted(attribute.words(max.get().value()), attribute.words(min.get().value())));
    }
  }

  private static Optional<Actions> actions(String name, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Sequence list)) {
      problems.wrongType(name, node, "a list");
      return Optional.empty();
    }
    if (list.items().isEmpty()) {
      problems.add(list.span(), Expected.message("at least one action", name, list.kind()));
    }
    Set<Action.Kind> allowed = EnumSet.noneOf(Action.Kind.class);
    for (YamlNode item : list.items()) {
      ACTION.read("an item of " + name, item, problems).ifPresent(allowed::add);
    }
    return Optional.of(new Actions(allowed, problems.locate(node.span())));
  }
}
