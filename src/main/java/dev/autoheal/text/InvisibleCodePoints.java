package dev.autoheal.text;

/** Characters that a reader of the policy cannot see, or that change how the rest is shown. */
public final class InvisibleCodePoints {
  private InvisibleCodePoints() {}

  /** Controls, bidirectional marks, zero-width characters, line separators, lone surrogates. */
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
