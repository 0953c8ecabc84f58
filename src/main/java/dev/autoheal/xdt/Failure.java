package dev.autoheal.xdt;

import dev.autoheal.text.Span;
import java.util.Optional;

/** A step that cannot be taken; the ones after it are. */
final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  private final Message.Kind kind;
  private final transient Optional<Span> place;

  private Failure(Message.Kind kind, Optional<Span> place, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.place = place;
  }

  /** What fails in the engine too. */
  static Failure error(String message) {
    return new Failure(Message.Kind.ERROR, Optional.empty(), message);
  }

  /** What is not done here, though the engine may. */
  static Failure unfollowed(String message) {
    return new Failure(Message.Kind.UNFOLLOWED, Optional.empty(), message);
  }

  /** The same at a place, if it has none yet. */
  Failure at(Span span) {
    return place.isPresent() ? this : new Failure(kind, Optional.of(span), getMessage());
  }

  Message.Kind kind() {
    return kind;
  }

  Span placeOr(Span other) {
    return place.orElse(other);
  }
}
