package dev.autoheal.xdt;

import dev.autoheal.text.Span;
import java.util.Optional;

/**
 * One step of a transform cannot be carried out. The engine reports it and goes on with the next
 * step, so this never ends a transform. It has no stack trace: it says what is wrong with a
 * document, not with the program.
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
   * Reports what Microsoft's engine fails at too, so that publishing reports it as an error.
   *
   * @param message what is wrong, for people
   */
  static TransformException error(String message) {
    return new TransformException(TransformMessage.Kind.ERROR, Optional.empty(), message);
  }

  /**
   * Reports what this engine does not carry out though Microsoft's may, so that the result of the
   * transform is not known.
   *
   * @param message what is not followed, for people
   */
  static TransformException unfollowed(String message) {
    return new TransformException(TransformMessage.Kind.UNFOLLOWED, Optional.empty(), message);
  }

  /** Adds where in the transform it happened; a place that is known already is kept. */
  TransformException at(Span span) {
    return place.isPresent() ? this : new TransformException(kind, Optional.of(span), getMessage());
  }

  /** Whether Microsoft's engine fails too, or only this one does not follow. */
  TransformMessage.Kind kind() {
    return kind;
  }

  /** The place in the transform; {@code other} where none is known. */
  Span placeOr(Span other) {
    return place.orElse(other);
  }
}
