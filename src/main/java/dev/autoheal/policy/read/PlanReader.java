package dev.autoheal.policy.read;

import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Plan.Bitness;
import dev.autoheal.policy.Plan.Instance;
import dev.autoheal.policy.Plan.Proactive;
import dev.autoheal.policy.Sku;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Optional;

/** Reads the map {@code plan}. */
final class PlanReader {
  private static final List<String> KEYS = List.of("sku", "memory", "bitness", "proactive");

  /**
   * Reads the size of a plan. An unknown size is refused and never replaced by a similar name,
   * because its memory may differ.
   */
  private static final ScalarReader<String> SKU =
      ScalarReader.word(
          "the size of a plan, e.g. P1V3",
          text -> Optional.of(text).filter(Sku.MEMORY::containsKey),
          PlanReader::skuFix);

  private static final ScalarReader<Long> FROM_32_TO_64 =
      ScalarReader.number(32, 64, Refusal.of("32 or 64"));

  /** Reads the bitness of a worker: 32 or 64. */
  private static final ScalarReader<Long> BITNESS =
      new ScalarReader<>(
          "32 or 64",
          FROM_32_TO_64.parser().andThen(bits -> bits.filter(n -> n == 32 || n == 64)),
          FROM_32_TO_64.refusal());

  private PlanReader() {}

  /**
   * Reads a plan. A node that is not a map is a problem and gives an empty result. An invalid value
   * is a problem and is left out.
   *
   * @param name the name of the value in messages
   */
  static Optional<Plan> read(String name, YamlNode node, ProblemCollector problems) {
    return MappingReader.of(name, node, KEYS, problems).map(keys -> read(keys, problems));
  }

  private static Plan read(MappingReader keys, ProblemCollector problems) {
    if (keys.hasOnly(List.of())) {
      problems.add(keys.span(), Expected.message(Expected.keys(KEYS), "'plan'", "an empty map"));
    }
    if (keys.has("sku") && keys.has("memory")) {
      problems.add(
          keys.find("memory").orElseThrow().key().span(),
          "unexpected 'memory' next to 'sku' in 'plan'; remove one of them");
    }
    Optional<Instance> bySku =
        keys.read("sku", SKU)
            .map(
                sku ->
                    new Instance(Optional.of(sku), Sku.MEMORY.get(sku), at("sku", keys, problems)));
    Optional<Instance> byMemory =
        keys.read("memory", ScalarReader.SIZE)
            .map(memory -> new Instance(Optional.empty(), memory, at("memory", keys, problems)));
    return new Plan(
        bySku.or(() -> byMemory),
        keys.read("bitness", BITNESS).map(bits -> new Bitness(bits, at("bitness", keys, problems))),
        keys.read("proactive", ScalarReader.BOOLEAN)
            .map(isOn -> new Proactive(isOn, at("proactive", keys, problems))));
  }

  private static Location at(String key, MappingReader keys, ProblemCollector problems) {
    return problems.locate(keys.valueSpan(key));
  }

  private static String skuFix(String seen) {
    return Sku.MEMORY.keySet().stream()
        .filter(seen::equalsIgnoreCase)
        .findFirst()
        .map("use %s"::formatted)
        .orElse("use the memory of an instance instead, e.g. memory: 8GB");
  }
}
