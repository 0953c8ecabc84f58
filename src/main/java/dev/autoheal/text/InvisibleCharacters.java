package dev.autoheal.text;

import java.util.Locale;
import java.util.Optional;

/** Characters that show nothing, look like a blank, or change how the text around is shown. */
public final class InvisibleCharacters {
  private static final String JOINERS = "\u200C\u200D";
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

  private InvisibleCharacters() {}

  /**
   * Finds the first one in a part of a text.
   *
   * @param isProse whether people write there in their own language, where blanks of other widths
   *     and joined letters are common
   */
  public static Optional<Span> in(String text, Span span, boolean isProse) {
    for (int at = span.start(); at < span.end(); ) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      if (isInvisible(c) && !(isProse && isUsual(text, at, end))) {
        return Optional.of(new Span(at, end));
      }
      at = end;
    }
    return Optional.empty();
  }

  /** Whether nothing else stands there but white space. */
  public static boolean isAll(String text) {
    return text.codePoints().allMatch(c -> isInvisible(c) || Character.isWhitespace(c));
  }

  /** Number and name of one character: {@code U+200B (zero width space)}. */
  public static String name(String character) {
    int c = character.codePointAt(0);
    return "U+%04X (%s)".formatted(c, Character.getName(c).toLowerCase(Locale.ROOT));
  }

  /** Whether it takes the room of a blank. */
  public static boolean isBlank(String character) {
    return Character.getType(character.codePointAt(0)) == Character.SPACE_SEPARATOR;
  }

  private static boolean isInvisible(int c) {
    if (c < 0x7F) {
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
