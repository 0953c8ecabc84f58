package dev.autoheal.policy;

import dev.autoheal.policy.DesiredSection.AskedValue;
import dev.autoheal.section.MemorySize;
import dev.autoheal.text.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an app runs on, as far as a policy says it.
 *
 * @param instance the size of an instance; absent when the policy gives neither {@code sku} nor
 *     {@code memory}
 * @param bitness 32 or 64, of the worker
 * @param proactive whether the platform recycles by itself at 90 % of the memory; absent means it
 *     does, as it does by default
 */
public record Plan(
    Optional<Instance> instance, Optional<Bitness> bitness, Optional<Proactive> proactive) {

  /** In percent of an instance's memory, above which the platform recycles a worker. */
  public static final long PROACTIVE = 90;

  /** Nothing is known. */
  public static final Plan UNKNOWN = new Plan(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * One instance.
   *
   * @param sku the name of the size; absent where the policy gives the memory alone
   * @param memory in KB
   */
  public record Instance(Optional<String> sku, long memory, Location place) {
    /** Where the platform recycles a worker by itself, in whole KB. */
    public long proactive() {
      return memory * PROACTIVE / 100;
    }

    /** A share of the memory in thousandths of a percent, rounded down to a whole KB. */
    public long share(long thousandths) {
      return BigDecimal.valueOf(memory)
          .multiply(BigDecimal.valueOf(thousandths))
          .divideToIntegralValue(BigDecimal.valueOf(100_000))
          .longValueExact();
    }

    /** Free and Shared, for which AutoHeal by rules is not documented. */
    public boolean isShared() {
      return sku.filter(Sku::isShared).isPresent();
    }
  }

  /** 32 or 64. */
  public record Bitness(long bits, Location place) {}

  /** Whether the platform recycles by itself. */
  public record Proactive(boolean isOn, Location place) {}

  /** This plan where it says something, else the lower one. */
  public Plan over(Plan lower) {
    return new Plan(
        instance.or(lower::instance), bitness.or(lower::bitness), proactive.or(lower::proactive));
  }

  /**
   * A value in KB where it is a percentage of an instance's memory.
   *
   * @return empty for a percentage where the instance is not known, and for one that comes to less
   *     than the portal takes
   */
  public Optional<AskedValue> resolve(AskedValue value) {
    return value.isShare()
        ? instance
            .map(known -> new AskedValue(known.share(value.value()), value.place()))
            .filter(size -> size.value() > MemorySize.PORTAL_FLOOR)
        : Optional.of(value);
  }

  /** In short, {@code P1V3, 64-bit}; empty when nothing is known. */
  public String words() {
    List<String> words = new ArrayList<>();
    instance.ifPresent(i -> words.add(i.sku().orElseGet(() -> MemorySize.brief(i.memory()))));
    bitness.ifPresent(b -> words.add(b.bits() + "-bit"));
    return String.join(", ", words);
  }

  /** Whether the platform recycles before a worker has all the memory. */
  public boolean isProactive() {
    return proactive.map(Proactive::isOn).orElse(true);
  }
}
