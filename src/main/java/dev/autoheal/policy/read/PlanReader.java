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
  private static final ValueReader<String> SKU = ValueReader.of(new SkuReader());
  private static final ValueReader<Long> MEMORY = ValueReader.of(new SizeReader());
  private static final ValueReader<Long> BITNESS = ValueReader.of(new BitnessReader());
  private static final ValueReader<Boolean> PROACTIVE = ValueReader.of(new BooleanReader());

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
      problems.add(keys.span(), "plan is an empty map: give sku, memory, bitness or proactive");
    }
    if (keys.has("sku") && keys.has("memory")) {
      problems.add(
          keys.find("memory").orElseThrow().key().span(),
          "sku and memory both say how much memory an instance has: keep one");
    }
    Optional<Instance> bySku =
        keys.read("sku", SKU)
            .map(
                sku ->
                    new Instance(Optional.of(sku), Sku.MEMORY.get(sku), at("sku", keys, problems)));
    Optional<Instance> byMemory =
        keys.read("memory", MEMORY)
            .map(memory -> new Instance(Optional.empty(), memory, at("memory", keys, problems)));
    return new Plan(
        bySku.or(() -> byMemory),
        keys.read("bitness", BITNESS).map(bits -> new Bitness(bits, at("bitness", keys, problems))),
        keys.read("proactive", PROACTIVE)
            .map(isOn -> new Proactive(isOn, at("proactive", keys, problems))));
  }

  private static Location at(String key, MappingReader keys, ProblemCollector problems) {
    return problems.locate(keys.valueSpan(key));
  }

  /**
   * Reads the size of a plan. An unknown size is refused and never replaced by a similar name,
   * because its memory may differ.
   */
  private static final class SkuReader implements ScalarReader<String> {
    @Override
    public String expected() {
      return "the size of a plan such as P1V3";
    }

    @Override
    public ScalarResult<String> read(YamlNode.Scalar scalar) {
      String seen = scalar.text();
      if (Sku.MEMORY.containsKey(seen)) {
        return ScalarResult.of(seen);
      }
      return Sku.MEMORY.keySet().stream()
          .filter(seen::equalsIgnoreCase)
          .findFirst()
          .map(sku -> ScalarResult.<String>refused(scalar, "write " + sku))
          .orElseGet(
              () ->
                  ScalarResult.refused(
                      scalar,
                      "which is no size of a plan that autoheal knows, such as P1V3: give the memory"
                          + " of an instance instead, memory: 8GB"));
    }
  }

  /** Reads the bitness of a worker: 32 or 64. */
  private static final class BitnessReader implements ScalarReader<Long> {
    private static final NumberReader NUMBER = new NumberReader(32, 64, "32 or 64 was expected");

    @Override
    public String expected() {
      return "32 or 64";
    }

    @Override
    public ScalarResult<Long> read(YamlNode.Scalar scalar) {
      ScalarResult<Long> reading = NUMBER.read(scalar);
      boolean isBetween = reading.value().filter(bits -> bits != 32 && bits != 64).isPresent();
      return isBetween ? ScalarResult.refused(scalar, NUMBER.range()) : reading;
    }
  }
}
