package dev.autoheal.project;

/**
 * Signals that a request cannot be done. For example, a path does not exist, there is nothing to
 * check, or there is no policy.
 */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception whose message tells the user how to correct the request. */
  public UsageException(String message) {
    super(message);
  }
}
