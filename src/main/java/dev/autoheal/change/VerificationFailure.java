package dev.autoheal.change;

/** A rewrite that would not do what was asked: a bug of autoheal, and nothing was written. */
public final class VerificationFailure extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  VerificationFailure(String message) {
    super(message);
  }
}
