package dev.autoheal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the text of a file is stored.
 *
 * @param charset UTF-8, UTF-16LE, UTF-16BE, windows-1252, ISO-8859-1 or US-ASCII
 * @param bom whether the file starts with a byte order mark, which is no part of the text
 */
public record Encoding(Charset charset, boolean bom) {
  /** UTF-8 without a byte order mark. */
  public static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, false);

  /** The bytes of the byte order mark: 0, 2 or 3. */
  public int bomLength() {
    if (!bom) {
      return 0;
    }
    return charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
  }

  /** Whether a unit of the text takes two bytes or more, which text tools take for binary. */
  public boolean isUtf16() {
    return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
  }

  /**
   * The bytes of {@code text}, without a byte order mark.
   *
   * @throws IllegalArgumentException if the charset has no bytes for a character
   */
  public byte[] encode(String text) {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("no bytes in " + charset, e);
    }
  }

  /** Whether {@code text} can be stored without loss. */
  public boolean canEncode(String text) {
    return charset.newEncoder().canEncode(text);
  }

  /** The number of bytes the units of {@code text} from {@code start} to {@code end} take. */
  int length(String text, int start, int end) {
    if (isUtf16()) {
      return 2 * (end - start);
    }
    return charset.equals(StandardCharsets.UTF_8)
        ? text.substring(start, end).getBytes(charset).length
        : end - start;
  }
}
