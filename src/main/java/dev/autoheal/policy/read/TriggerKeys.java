package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.WholeNumber;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of triggers in a policy, each with the attribute that it sets and the reader of its
 * value.
 */
enum TriggerKeys {
  /** The HTTP status of a status rule, from 100 to 599. */
  STATUS(
      Attribute.STATUS_CODE,
      new NumberReader(
          100, 599, "a status from 100 to 599 was expected, a sub-status goes to subStatus")),
  /** The substatus of a status rule; 0 means any. */
  SUB_STATUS(Attribute.SUB_STATUS_CODE, NumberReader.of(0, WholeNumber.MAX)),
  /** The Win32 status of a status rule; 0 means any. */
  WIN32_STATUS(Attribute.WIN32_STATUS_CODE, NumberReader.of(0, WholeNumber.MAX)),
  /** The number of requests or responses, at least 1. */
  COUNT(Attribute.COUNT, NumberReader.of(1, WholeNumber.MAX)),
  /** The duration of a slow request. */
  TIME_TAKEN(Attribute.TIME_TAKEN, new DurationReader()),
  /** The duration in which requests or responses are counted. */
  TIME_INTERVAL(Attribute.TIME_INTERVAL, new DurationReader()),
  /** The memory with a unit or as a percentage. */
  PRIVATE_BYTES(Attribute.PRIVATE_BYTES, new SizeReader()),
  /** The memory as a number of KB, as web.config writes it. */
  PRIVATE_BYTES_IN_KB(
      "privateBytesInKB",
      Attribute.PRIVATE_BYTES,
      new NumberReader(
          SizeReader.LEAST,
          WholeNumber.MAX,
          "a number from 102401 to 4294967295 was expected: the portal refuses 100MB and less"));

  private static final ScalarReader<Long> SHARE = new PercentageReader();

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

  /** Returns the name of the key in a policy. */
  String key() {
    return key;
  }

  /** Returns the attribute that the key sets; two keys set {@link Attribute#PRIVATE_BYTES}. */
  Attribute attribute() {
    return attribute;
  }

  /** Returns whether a scalar is a valid value of the key; a percentage is not. */
  boolean takes(YamlNode.Scalar scalar) {
    return reader.read(scalar).value().isPresent();
  }

  /**
   * Returns the reader of the value: a number, seconds, KB (1024 bytes) or, for {@link
   * #PRIVATE_BYTES}, a percentage of the memory.
   */
  ValueReader<DesiredSection.DesiredValue> reader() {
    return (name, node, problems) -> {
      boolean isShare = this == PRIVATE_BYTES && PercentageReader.isMeant(node);
      return ValueReader.of(isShare ? SHARE : reader)
          .read(name, node, problems)
          .map(
              value ->
                  new DesiredSection.DesiredValue(value, isShare, problems.locate(node.span())));
    };
  }
}
