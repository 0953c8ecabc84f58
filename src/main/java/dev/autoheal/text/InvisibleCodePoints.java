package dev.autoheal.text;

/**
 * Tests for characters that a reader of the policy cannot see, or that change how the rest is
 * shown.
 */
public final class InvisibleCodePoints {
  private InvisibleCodePoints() {}

  /**
   * Returns whether the code point is a control, bidirectional mark, zero-width character, line
   * separator or lone surrogate.
   */
  public static boolean test(int codePoint) {
    return Character.isISOControl(codePoint)
        || codePoint == 0x00AD
        || codePoint == 0x061C
        || (codePoint >= 0x200B && codePoint <= 0x200F)
        || (codePoint >= 0x2028 && codePoint <= 0x202E)
        || (codePoint >= 0x2060 && codePoint <= 0x206F)
        || (codePoint >= 0xD800 && codePoint <= 0xDFFF)
        || codePoint == 0xFEFF
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }
}
