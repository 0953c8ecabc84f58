package dev.autoheal.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds characters that are invisible, look like a space, or change how the text around them is
 * shown.
 */
public final class InvisibleCharacters {
  private static final String JOINERS = "\u200C\u200D";
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

  /** The first character after the visible ones of ASCII. */
  private static final int DELETE = 0x7F;

  private InvisibleCharacters() {}

  /**
   * Returns the span of the first such character in a part of a text; empty when there is none.
   *
   * @param span the part of {@code text} to look at
   * @param isProse whether people write there in their own language. Spaces of other widths and
   *     joined letters are common there and are not found.
   */
  public static Optional<Span> in(String text, Span span, boolean isProse) {
    int limit = span.end();
    for (int at = span.start(); at < limit; ) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      if (c >= DELETE && isInvisible(c) && !(isProse && isUsual(text, at, end))) {
        return Optional.of(new Span(at, end));
      }
      at = end;
    }
    return Optional.empty();
  }

  /** Returns whether the text contains only such characters and white space. */
  public static boolean isAll(String text) {
    return text.codePoints().allMatch(c -> isInvisible(c) || Character.isWhitespace(c));
  }

  /** Returns number and name of the first character: {@code U+200B (zero width space)}. */
  public static String name(String character) {
    int c = character.codePointAt(0);
    return "U+%04X (%s)".formatted(c, Character.getName(c).toLowerCase(Locale.ROOT));
  }

  /** Returns whether the first character takes up room like a space. */
  public static boolean isBlank(String character) {
    return Character.getType(character.codePointAt(0)) == Character.SPACE_SEPARATOR;
  }

  private static boolean isInvisible(int c) {
    if (c < DELETE) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> FILLERS.indexOf(c) >= 0;
    };
  }

  private static boolean isUsual(String text, int start, int end) {
    char c = text.charAt(start);
    boolean joins =
        JOINERS.indexOf(c) >= 0 && text.charAt(start - 1) > 0x7F && text.charAt(end) > 0x7F;
    return joins || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
