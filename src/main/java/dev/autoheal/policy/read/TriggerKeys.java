package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.WholeNumber;
import java.util.Arrays;
import java.util.List;

/** The keys of triggers: what each sets, and how its value reads. */
enum TriggerKeys {
  STATUS(
      Attribute.STATUS_CODE,
      new NumberReader(
          100, 599, "a status from 100 to 599 was expected, a sub-status goes to subStatus")),
  SUB_STATUS(Attribute.SUB_STATUS_CODE, NumberReader.of(0, WholeNumber.MAX)),
  WIN32_STATUS(Attribute.WIN32_STATUS_CODE, NumberReader.of(0, WholeNumber.MAX)),
  COUNT(Attribute.COUNT, NumberReader.of(1, WholeNumber.MAX)),
  TIME_TAKEN(Attribute.TIME_TAKEN, new DurationReader()),
  TIME_INTERVAL(Attribute.TIME_INTERVAL, new DurationReader()),
  PRIVATE_BYTES(Attribute.PRIVATE_BYTES, new SizeReader()),
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

  /** The key that sets an attribute; of two the first. */
  static TriggerKeys of(Attribute attribute) {
    return Arrays.stream(values())
        .filter(key -> key.attribute == attribute)
        .findFirst()
        .orElseThrow();
  }

  /** The keys that state a threshold of {@code trigger}. */
  static List<TriggerKeys> thresholds(Trigger trigger) {
    return Arrays.stream(values())
        .filter(key -> trigger.thresholds().contains(key.attribute))
        .toList();
  }

  /** Its name in a policy. */
  String key() {
    return key;
  }

  /** What it sets; two keys set {@link Attribute#PRIVATE_BYTES}. */
  Attribute attribute() {
    return attribute;
  }

  /** Whether a text is a value of it. */
  boolean takes(YamlNode.Scalar scalar) {
    return reader.read(scalar).value().isPresent();
  }

  /** Reads a number, seconds, KB or a share of the memory. */
  ValueReader<DesiredSection.AskedValue> reader() {
    return (name, node, problems) -> {
      boolean isShare = this == PRIVATE_BYTES && PercentageReader.isMeant(node);
      return ValueReader.of(isShare ? SHARE : reader)
          .read(name, node, problems)
          .map(
              value -> new DesiredSection.AskedValue(value, isShare, problems.locate(node.span())));
    };
  }
}
