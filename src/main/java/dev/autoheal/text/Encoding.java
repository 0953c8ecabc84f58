package dev.autoheal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encoding that the text of a file is stored in.
 *
 * @param charset UTF-8, UTF-16LE, UTF-16BE, windows-1252, ISO-8859-1 or US-ASCII
 * @param bom whether the file starts with a byte order mark, which does not belong to the text
 */
public record Encoding(Charset charset, boolean bom) {
  /** UTF-8 without a byte order mark. */
  public static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, false);

  /** Returns the number of bytes of the byte order mark: 0, 2 or 3. */
  public int bomLength() {
    if (!bom) {
      return 0;
    }
    return charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
  }

  /**
   * Returns whether a unit of the text takes two bytes or more, which text tools treat as binary.
   */
  public boolean isUtf16() {
    return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
  }

  /**
   * Returns the bytes of {@code text}, without a byte order mark.
   *
   * @throws IllegalArgumentException if the charset has no bytes for a character
   */
  public byte[] encode(String text) {
    try {
      // Encoders are several times faster with an array than with a String.
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text.toCharArray()));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("no bytes in " + charset, e);
    }
  }

  /** Returns whether {@code text} can be stored without loss. */
  public boolean canEncode(String text) {
    return charset.newEncoder().canEncode(text);
  }

  /**
   * Returns the number of bytes for the UTF-16 units of {@code text} from {@code start} to {@code
   * end}, which is exclusive.
   */
  int length(String text, int start, int end) {
    if (isUtf16()) {
      return 2 * (end - start);
    }
    return charset.equals(StandardCharsets.UTF_8)
        ? text.substring(start, end).getBytes(charset).length
        : end - start;
  }
}
