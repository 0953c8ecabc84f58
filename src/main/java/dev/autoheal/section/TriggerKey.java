package dev.autoheal.section;

import java.util.Comparator;
import java.util.Optional;

/**
 * What names one trigger of a section: its kind and, for a status rule, the responses it counts.
 *
 * @param status present exactly for {@link Trigger#STATUS_CODES}
 */
public record TriggerKey(Trigger trigger, Optional<StatusKey> status)
    implements Comparable<TriggerKey> {
  private static final StatusKey NONE = new StatusKey(0, 0, 0);
  private static final Comparator<TriggerKey> ORDER =
      Comparator.comparing(TriggerKey::trigger).thenComparing(key -> key.status.orElse(NONE));

  public TriggerKey {
    if (status.isPresent() != (trigger == Trigger.STATUS_CODES)) {
      throw new IllegalArgumentException("a status belongs to a status rule: " + trigger);
    }
  }

  /** The key of {@code requests}, {@code slowRequests} or {@code memory}. */
  public static TriggerKey of(Trigger trigger) {
    return new TriggerKey(trigger, Optional.empty());
  }

  /** The key of a status rule. */
  public static TriggerKey of(StatusKey status) {
    return new TriggerKey(Trigger.STATUS_CODES, Optional.of(status));
  }

  @Override
  public int compareTo(TriggerKey other) {
    return ORDER.compare(this, other);
  }
}
