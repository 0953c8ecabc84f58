package dev.autoheal.project;

/** What was asked cannot be done: a path that is not there, nothing to check, no policy. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message that says what to do instead. */
  public UsageException(String message) {
    super(message);
  }
}
