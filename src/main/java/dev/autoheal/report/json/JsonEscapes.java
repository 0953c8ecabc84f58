package dev.autoheal.report.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.autoheal.report.TerminalText;

/**
 * Beside what JSON itself escapes, what a terminal or the log of a CI runner obeys: the text stays
 * the same for who parses it.
 */
final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  private final int[] ascii;

  JsonEscapes() {
    ascii = standardAsciiEscapesForJSON();
    ascii[DELETE] = ESCAPE_STANDARD;
    // Without it there is no command: ##[…] or ##vso[…].
    ascii['['] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public SerializableString getEscapeSequence(int c) {
    return TerminalText.isUnsafe(c) ? new SerializedString("\\u%04X".formatted(c)) : null;
  }
}
