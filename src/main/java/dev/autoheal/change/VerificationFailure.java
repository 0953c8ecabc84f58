package dev.autoheal.change;

/**
 * Reports a rewrite that would not do what was required. This is a bug in autoheal; nothing was
 * written.
 */
public final class VerificationFailure extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with a reason. */
  VerificationFailure(String message) {
    super(message);
  }
}
