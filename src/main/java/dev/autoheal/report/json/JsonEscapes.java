package dev.autoheal.report.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.autoheal.report.TerminalText;

/**
 * Escapes what a terminal or the log of a CI runner interprets, in addition to what JSON itself
 * escapes. A parser reads the same text.
 */
final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  private final int[] ascii;

  /** Creates the escapes for ASCII: those of JSON, DEL and {@code [}. */
  JsonEscapes() {
    ascii = standardAsciiEscapesForJSON();
    ascii[DELETE] = ESCAPE_STANDARD;
    // Commands need this character: ##[…] and ##vso[…].
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
