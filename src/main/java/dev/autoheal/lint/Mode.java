package dev.autoheal.lint;

/** The actions of a run on its findings. */
public enum Mode {
  /** They are reported. */
  CHECK,
  /** They are reported, together with whether a range of commits introduced them. */
  REVIEW,
  /** Their fixes are shown. */
  SHOW_FIXES,
  /** Their fixes are made. */
  FIX,
  /** The differences from the policy are shown as changes. */
  DIFF,
  /** The differences from the policy are written. */
  APPLY;

  /** Returns whether changes are only shown, so that they are still pending. */
  public boolean isShown() {
    return this == SHOW_FIXES || this == DIFF;
  }

  /** Returns whether files are written. */
  public boolean isWritten() {
    return this == FIX || this == APPLY;
  }

  /** Returns whether sections are rewritten to the values that the policy requires. */
  public boolean isRewrite() {
    return this == DIFF || this == APPLY;
  }

  /** Returns whether findings are fixed one by one. */
  public boolean isFix() {
    return this == SHOW_FIXES || this == FIX;
  }
}
