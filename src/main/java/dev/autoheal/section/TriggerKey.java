package dev.autoheal.section;

import dev.autoheal.text.Order;
import java.util.Optional;

/**
 * The key of a trigger in a section: its kind and, for a status rule, the responses that it counts.
 *
 * @param trigger the kind of the trigger
 * @param status the responses; present exactly for {@link Trigger#STATUS_CODES}
 */
public record TriggerKey(Trigger trigger, Optional<StatusKey> status)
    implements Comparable<TriggerKey> {
  private static final StatusKey NONE = new StatusKey(0, 0, 0);
  private static final Order<TriggerKey> ORDER =
      Order.by(TriggerKey::trigger).then(key -> key.status.orElse(NONE));

  /**
   * Checks the status.
   *
   * @throws IllegalArgumentException if a status is missing or is not allowed
   */
  public TriggerKey {
    if (status.isPresent() != (trigger == Trigger.STATUS_CODES)) {
      throw new IllegalArgumentException("a status belongs to a status rule: " + trigger);
    }
  }

  /**
   * Creates the key of {@code requests}, {@code slowRequests} or {@code memory}.
   *
   * @throws IllegalArgumentException for {@link Trigger#STATUS_CODES}
   */
  public static TriggerKey of(Trigger trigger) {
    return new TriggerKey(trigger, Optional.empty());
  }

  /** Creates the key of a status rule. */
  public static TriggerKey of(StatusKey status) {
    return new TriggerKey(Trigger.STATUS_CODES, Optional.of(status));
  }

  @Override
  public int compareTo(TriggerKey other) {
    return ORDER.compare(this, other);
  }
}
