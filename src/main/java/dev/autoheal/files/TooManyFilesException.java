package dev.autoheal.files;

import java.io.IOException;

/** Signals that a tree holds more files than are read; a few objects of git can stand for many. */
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
