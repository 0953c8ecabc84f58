package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Removed;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.policy.read.YamlNode.Sequence;
import dev.autoheal.section.StatusKey;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the list {@code statusCodes}, which has a rule for each kind of response. */
final class StatusRulesReader {
  private static final String ITEM = "an item of 'statusCodes'";
  private static final List<String> THRESHOLDS = TriggerKeys.names(Trigger.STATUS_CODES);
  private static final List<String> WHICH = List.of("status", "subStatus", "win32Status");
  private static final List<String> KEYS = keys();

  /**
   * The largest number of rules in one list. Every app has its own copy of the defaults, so this
   * number bounds the use of memory.
   */
  static final int MOST = 100;

  private final ProblemCollector problems;
  private final Map<TriggerKey, DesiredTrigger> rules = new TreeMap<>();

  /** Creates a reader for one list. */
  StatusRulesReader(ProblemCollector problems) {
    this.problems = problems;
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(WHICH);
    keys.addAll(THRESHOLDS);
    keys.add("remove");
    return List.copyOf(keys);
  }

  /**
   * Reads the rules and returns the valid ones. An empty list, a list that is too long and any
   * other node are problems. They give no rules.
   *
   * @param name the name of the value in messages
   */
  Map<TriggerKey, DesiredTrigger> read(String name, YamlNode node) {
    if (!(node instanceof Sequence list)) {
      problems.wrongType(name, node, "a list or none");
    } else if (list.items().isEmpty()) {
      problems.wrongType(name, node, "at least one rule or none");
    } else if (list.items().size() > MOST) {
      problems.add(
          node.span(),
          Expected.message(
              "at most %d rules".formatted(MOST), name, Integer.toString(list.items().size())));
    } else {
      list.items().forEach(this::read);
    }
    return rules;
  }

  private void read(YamlNode node) {
    if (!(node instanceof Mapping map)) {
      problems.wrongType(ITEM, node, "a map");
      return;
    }
    MappingReader keys = MappingReader.of(ITEM, map, KEYS, problems);
    Optional<StatusKey> status = status(keys);
    DesiredTrigger rule = keys.has("remove") ? removed(keys) : values(keys, status);
    status.map(TriggerKey::of).ifPresent(key -> add(key, rule));
  }

  private void add(TriggerKey key, DesiredTrigger rule) {
    DesiredTrigger first = rules.putIfAbsent(key, rule);
    if (first != null) {
      problems.add(
          rule.place(),
          "duplicate rule for '%s' in 'statusCodes', first on line %d; remove one of them"
              .formatted(key.status().orElseThrow(), first.place().line()));
    }
  }

  /** Reads the responses that a rule is about; empty when a value is missing or invalid. */
  private Optional<StatusKey> status(MappingReader keys) {
    Optional<DesiredValue> status =
        keys.require(
            TriggerKeys.STATUS.key(), "add a status like 500", TriggerKeys.STATUS.reader());
    Optional<Long> subStatus = orAny(keys, TriggerKeys.SUB_STATUS);
    Optional<Long> win32Status = orAny(keys, TriggerKeys.WIN32_STATUS);
    return status.flatMap(
        value ->
            subStatus.flatMap(
                sub -> win32Status.map(win32 -> new StatusKey(value.value(), sub, win32))));
  }

  /** Reads a status that may be absent; absent means any, which is 0. */
  private static Optional<Long> orAny(MappingReader keys, TriggerKeys key) {
    return keys.has(key.key())
        ? keys.read(key.key(), key.reader()).map(DesiredValue::value)
        : Optional.of(0L);
  }

  private Removed removed(MappingReader keys) {
    keys.read("remove", ScalarReader.TRUE);
    for (String key : THRESHOLDS) {
      keys.find(key)
          .ifPresent(
              entry ->
                  problems.add(
                      entry.key().span(),
                      "unexpected '%s' next to 'remove'; remove one of them".formatted(key)));
    }
    return new Removed(problems.locate(keys.span()));
  }

  private Values values(MappingReader keys, Optional<StatusKey> status) {
    Values values =
        new Values(
            TriggerKeys.read(Trigger.STATUS_CODES, keys, problems), problems.locate(keys.span()));
    if (keys.hasOnly(WHICH)) {
      problems.add(
          keys.span(),
          "missing 'count', 'timeInterval' or 'remove' in %s; add one of them".formatted(ITEM));
    }
    if (status.filter(key -> !key.isDetectable()).isPresent()) {
      problems.add(
          keys.span(),
          "invalid status '500.121' in 'statusCodes', which AutoHeal cannot detect; use 'slowRequests'");
    }
    return values;
  }
}
