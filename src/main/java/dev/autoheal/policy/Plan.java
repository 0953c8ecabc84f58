package dev.autoheal.policy;

import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.section.MemorySize;
import dev.autoheal.text.Decimal;
import dev.autoheal.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instances that an app runs on, as far as a policy states them.
 *
 * @param instance the size of an instance; absent when the policy gives neither {@code sku} nor
 *     {@code memory}
 * @param bitness the bitness of the worker, 32 or 64; absent when the policy does not give it
 * @param proactive whether the platform recycles by itself at 90 % of the memory; absent means that
 *     it does, which is the default
 */
public record Plan(
    Optional<Instance> instance, Optional<Bitness> bitness, Optional<Proactive> proactive) {

  /** The percentage of the memory of an instance above which the platform recycles a worker. */
  public static final long PROACTIVE = 90;

  /** The plan without any known value. */
  public static final Plan UNKNOWN = new Plan(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The size of one instance.
   *
   * @param sku the name of the size; absent when the policy gives only the memory
   * @param memory the memory in KB (1024 bytes)
   * @param place the location where the policy states the size
   */
  public record Instance(Optional<String> sku, long memory, Location place) {
    /**
     * Returns the memory at which the platform recycles a worker by itself, rounded down to a whole
     * KB.
     */
    public long proactive() {
      return memory * PROACTIVE / 100;
    }

    private DesiredValue resolve(DesiredValue share) {
      long size = share(share.value());
      boolean isExact = size * 100_000 == memory * share.value();
      return new DesiredValue(
          size,
          false,
          share.place(),
          isExact ? Optional.empty() : Optional.of(Decimal.format(share.value(), 3) + "%"));
    }

    /**
     * Returns a share of the memory, rounded down to a whole KB.
     *
     * @param thousandths the share in thousandths of a percent
     */
    public long share(long thousandths) {
      return memory * thousandths / 100_000;
    }

    /**
     * Returns whether the size is Free or Shared, for which AutoHeal by rules is not documented.
     */
    public boolean isShared() {
      return sku.filter(Sku::isShared).isPresent();
    }
  }

  /**
   * The bitness of a worker.
   *
   * @param bits 32 or 64
   * @param place the location where the policy states it
   */
  public record Bitness(long bits, Location place) {}

  /**
   * A statement of whether the platform recycles by itself.
   *
   * @param isOn whether it does
   * @param place the location where the policy states it
   */
  public record Proactive(boolean isOn, Location place) {}

  /** Merges this plan over {@code lower}: a part that is absent here comes from {@code lower}. */
  public Plan over(Plan lower) {
    return new Plan(
        instance.or(lower::instance), bitness.or(lower::bitness), proactive.or(lower::proactive));
  }

  /**
   * Converts a percentage of the memory of an instance to KB; other values stay as they are.
   *
   * @return empty for a percentage when the instance is not known or the result is at most {@link
   *     MemorySize#PORTAL_FLOOR}, which the portal refuses
   */
  public Optional<DesiredValue> resolve(DesiredValue value) {
    return value.isShare()
        ? instance
            .map(known -> known.resolve(value))
            .filter(size -> size.value() > MemorySize.PORTAL_FLOOR)
        : Optional.of(value);
  }

  /**
   * Describes the size and bitness in short, for example {@code P1V3, 64-bit}; empty when neither
   * is known.
   */
  public String words() {
    List<String> words = new ArrayList<>();
    instance.ifPresent(i -> words.add(i.sku().orElseGet(() -> MemorySize.brief(i.memory()))));
    bitness.ifPresent(b -> words.add(b.bits() + "-bit"));
    return String.join(", ", words);
  }

  /**
   * Returns whether the platform recycles a worker before it uses all the memory; true when the
   * policy does not say.
   */
  public boolean isProactive() {
    return proactive.map(Proactive::isOn).orElse(true);
  }
}
