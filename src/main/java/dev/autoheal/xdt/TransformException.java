package dev.autoheal.xdt;

import dev.autoheal.text.Span;
import java.util.Optional;

/**
 * Reports a step of a transform that cannot be carried out. The engine reports it and continues
 * with the next step, so this never ends a transform. It has no stack trace, because it describes
 * an error in a document, not in the program.
 */
final class TransformException extends Exception {
  private static final long serialVersionUID = 1;

  private final TransformMessage.Kind kind;
  private final transient Optional<Span> place;

  private TransformException(TransformMessage.Kind kind, Optional<Span> place, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.place = place;
  }

  /**
   * Creates the failure of a step at which Microsoft's engine fails too, so that publishing reports
   * an error.
   *
   * @param message the problem, for people
   */
  static TransformException error(String message) {
    return new TransformException(TransformMessage.Kind.ERROR, Optional.empty(), message);
  }

  /**
   * Creates the failure of a step that this engine does not carry out, though Microsoft's engine
   * may. The result of the transform is then not known.
   *
   * @param message what is not carried out, for people
   */
  static TransformException unfollowed(String message) {
    return new TransformException(TransformMessage.Kind.UNFOLLOWED, Optional.empty(), message);
  }

  /** Adds the place in the transform; a place that is already known is kept. */
  TransformException at(Span span) {
    return place.isPresent() ? this : new TransformException(kind, Optional.of(span), getMessage());
  }

  /** Returns whether Microsoft's engine fails too, or only this one does not carry out the step. */
  TransformMessage.Kind kind() {
    return kind;
  }

  /** Returns the place in the transform; {@code other} if none is known. */
  Span placeOr(Span other) {
    return place.orElse(other);
  }
}
