package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.WholeNumber;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of triggers in a policy, each with the attribute that it sets and the reader of its
 * value.
 */
enum TriggerKeys {
  /** The HTTP status of a status rule, from 100 to 599. */
  STATUS(
      Attribute.STATUS_CODE,
      ScalarReader.number(100, 599, Refusal.of("a status from 100 to 599 without substatus"))),
  /** The substatus of a status rule; 0 means any. */
  SUB_STATUS(Attribute.SUB_STATUS_CODE, ScalarReader.number(0, WholeNumber.MAX)),
  /** The Win32 status of a status rule; 0 means any. */
  WIN32_STATUS(Attribute.WIN32_STATUS_CODE, ScalarReader.number(0, WholeNumber.MAX)),
  /** The number of requests or responses, at least 1. */
  COUNT(Attribute.COUNT, ScalarReader.number(1, WholeNumber.MAX)),
  /** The duration of a slow request. */
  TIME_TAKEN(Attribute.TIME_TAKEN, DurationReader.READER),
  /** The duration in which requests or responses are counted. */
  TIME_INTERVAL(Attribute.TIME_INTERVAL, DurationReader.READER),
  /** The memory with a unit or as a percentage. */
  PRIVATE_BYTES(Attribute.PRIVATE_BYTES, ScalarReader.SIZE),
  /** The memory as a number of KB, as web.config writes it. */
  PRIVATE_BYTES_IN_KB(
      "privateBytesInKB",
      Attribute.PRIVATE_BYTES,
      ScalarReader.number(
          ScalarReader.LEAST_SIZE,
          WholeNumber.MAX,
          Refusal.of("a whole number from 102401 to 4294967295")));

  private final String key;
  private final Attribute attribute;
  private final ScalarReader<Long> reader;

  TriggerKeys(Attribute attribute, ScalarReader<Long> reader) {
    this(attribute.policyName(), attribute, reader);
  }

  TriggerKeys(String key, Attribute attribute, ScalarReader<Long> reader) {
    this.key = key;
    this.attribute = attribute;
    this.reader = reader;
  }

  /** Returns the key that sets an attribute; the first one when there are two. */
  static TriggerKeys of(Attribute attribute) {
    return Arrays.stream(values())
        .filter(key -> key.attribute == attribute)
        .findFirst()
        .orElseThrow();
  }

  /** Returns the keys that state a threshold of {@code trigger}. */
  static List<TriggerKeys> thresholds(Trigger trigger) {
    return Arrays.stream(values())
        .filter(key -> trigger.thresholds().contains(key.attribute))
        .toList();
  }

  /** Returns the names of the keys that state a threshold of {@code trigger}. */
  static List<String> names(Trigger trigger) {
    return thresholds(trigger).stream().map(TriggerKeys::key).toList();
  }

  /**
   * Reads the thresholds of {@code trigger} by attribute. Absent and invalid values are left out.
   * Two keys for the same attribute are a problem, and the first one counts.
   */
  static Map<Attribute, DesiredValue> read(
      Trigger trigger, MappingReader keys, ProblemCollector problems) {
    Map<Attribute, DesiredValue> values = new EnumMap<>(Attribute.class);
    for (TriggerKeys each : thresholds(trigger)) {
      Optional<DesiredValue> value = keys.read(each.key, each.reader());
      if (value.isPresent() && values.putIfAbsent(each.attribute, value.get()) != null) {
        problems.add(
            value.get().place(),
            "unexpected '%s' next to '%s'; remove one of them"
                .formatted(each.key, each.attribute.policyName()));
      }
    }
    return values;
  }

  /** Returns the name of the key in a policy. */
  String key() {
    return key;
  }

  /** Returns the attribute that the key sets; two keys set {@link Attribute#PRIVATE_BYTES}. */
  Attribute attribute() {
    return attribute;
  }

  /** Returns whether a scalar is a valid value of the key; a percentage is not. */
  boolean takes(Scalar scalar) {
    return reader.parser().apply(scalar).isPresent();
  }

  /**
   * Returns the reader of the value: a number, seconds, KB (1024 bytes) or, for {@link
   * #PRIVATE_BYTES}, a percentage of the memory.
   */
  ValueReader<DesiredValue> reader() {
    return (name, node, problems) -> {
      boolean isShare =
          this == PRIVATE_BYTES && node instanceof Scalar scalar && scalar.text().endsWith("%");
      return (isShare ? ScalarReader.PERCENTAGE : reader)
          .read(name, node, problems)
          .map(
              value ->
                  new DesiredValue(
                      value, isShare, problems.locate(node.span()), roundedFrom(node)));
    };
  }

  /** Returns the text of an amount of memory that is not a whole number of KB. */
  private Optional<String> roundedFrom(YamlNode node) {
    return Optional.of(node)
        .filter(amount -> this == PRIVATE_BYTES)
        .filter(Scalar.class::isInstance)
        .map(amount -> ((Scalar) amount).text())
        .filter(text -> MemorySize.parse(text).filter(amount -> !amount.isExact()).isPresent());
  }
}
