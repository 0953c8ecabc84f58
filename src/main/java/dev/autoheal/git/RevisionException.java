package dev.autoheal.git;

import java.io.IOException;

/**
 * Signals that a revision or a repository cannot be read. The message says why, or names the
 * command that helps.
 */
public final class RevisionException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for the user. */
  RevisionException(String message) {
    super(message);
  }
}
