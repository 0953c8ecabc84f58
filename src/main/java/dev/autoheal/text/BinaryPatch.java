package dev.autoheal.text;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;

/**
 * Writes a {@code GIT binary patch}, which contains both states of a file, deflated and in git's
 * base 85. The object ids are those of a SHA-1 repository.
 */
final class BinaryPatch {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  private static final int LINE = 52;

  private BinaryPatch() {}

  /**
   * Returns the patch from {@code before} to {@code after}; both names in it are the path of {@code
   * after}.
   */
  static byte[] of(SourceFile before, SourceFile after) {
    StringBuilder patch = new StringBuilder();
    patch.append("diff --git ").append(Patch.quote("a/" + after.path()));
    patch.append(' ').append(Patch.quote("b/" + after.path())).append('\n');
    patch.append("index ").append(id(before.bytes())).append("..").append(id(after.bytes()));
    patch.append("\nGIT binary patch\n");
    literal(after.bytes(), patch);
    literal(before.bytes(), patch);
    return Patch.ascii(patch.toString());
  }

  private static String id(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(Patch.ascii("blob " + bytes.length + "\0"));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static void literal(byte[] bytes, StringBuilder patch) {
    patch.append("literal ").append(bytes.length).append('\n');
    byte[] deflated = deflate(bytes);
    for (int from = 0; from < deflated.length; from += LINE) {
      line(Arrays.copyOfRange(deflated, from, Math.min(from + LINE, deflated.length)), patch);
    }
    patch.append('\n');
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /**
   * Appends a line: a letter for the length, then five digits for every four bytes, padded with
   * zeros.
   */
  private static void line(byte[] bytes, StringBuilder patch) {
    int length = bytes.length;
    patch.append((char) (length <= 26 ? 'A' + length - 1 : 'a' + length - 27));
    byte[] filled = Arrays.copyOf(bytes, (length + 3) / 4 * 4);
    for (int i = 0; i < filled.length; i += 4) {
      long group = 0;
      for (int j = 0; j < 4; j++) {
        group = (group << 8) | (filled[i + j] & 0xFF);
      }
      char[] digits = new char[5];
      for (int j = 4; j >= 0; j--) {
        digits[j] = DIGITS.charAt((int) (group % 85));
        group /= 85;
      }
      patch.append(digits);
    }
    patch.append('\n');
  }
}
