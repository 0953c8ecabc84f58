package dev.autoheal.git;

import java.io.IOException;

/** A revision, or a repository, that cannot be read; the message names the command that helps. */
public final class RevisionException extends IOException {
  private static final long serialVersionUID = 1L;

  RevisionException(String message) {
    super(message);
  }
}
