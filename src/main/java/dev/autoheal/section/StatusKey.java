package dev.autoheal.section;

import dev.autoheal.text.Order;

/**
 * The responses that a status rule counts.
 *
 * @param status the HTTP status
 * @param subStatus the substatus; 0 means any
 * @param win32Status the Win32 status; 0 means any
 */
public record StatusKey(long status, long subStatus, long win32Status)
    implements Comparable<StatusKey> {
  private static final Order<StatusKey> ORDER =
      Order.by(StatusKey::status).then(StatusKey::subStatus).then(StatusKey::win32Status);

  /**
   * Returns whether AutoHeal sees such responses. It does not see 500.121, which the portal
   * refuses.
   */
  public boolean isDetectable() {
    return status != 500 || subStatus != 121;
  }

  /** Returns {@code 500}, {@code 500.100} or {@code 500.100 win32 64}. */
  @Override
  public String toString() {
    return status
        + (subStatus == 0 ? "" : "." + subStatus)
        + (win32Status == 0 ? "" : " win32 " + win32Status);
  }

  @Override
  public int compareTo(StatusKey other) {
    return ORDER.compare(this, other);
  }
}
