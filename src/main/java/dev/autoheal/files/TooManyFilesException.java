package dev.autoheal.files;

import java.io.IOException;

/**
 * Signals that a tree holds more files than the limit. A few git objects can represent very many
 * files.
 */
public final class TooManyFilesException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message the limit, and what to do about it
   */
  public TooManyFilesException(String message) {
    super(message);
  }
}
