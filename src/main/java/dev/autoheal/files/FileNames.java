package dev.autoheal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns file names that may not be valid UTF-8 into text. */
public final class FileNames {
  private static final Pattern BYTE = Pattern.compile("%(..)");

  private FileNames() {}

  /**
   * Returns the last name of a path from the listing of a folder. It differs from the text that
   * Java gives only where the name is not UTF-8. In that case no path made from that text leads to
   * the file.
   */
  static String of(Path path) {
    String name = path.getFileName().toString();
    if (name.indexOf('\uFFFD') < 0) {
      return name;
    }
    // Only the URI of a path has its bytes.
    String raw = FileTree.nameOf(path.toUri().getRawPath().replaceFirst("/$", ""));
    return decoded(BYTE.matcher(raw).replaceAll(FileNames::unescaped).getBytes(ISO_8859_1));
  }

  private static String unescaped(MatchResult hex) {
    char unit = (char) Integer.parseInt(hex.group(1), 16);
    return Matcher.quoteReplacement(Character.toString(unit));
  }

  /**
   * Decodes UTF-8, and writes each byte that is not UTF-8 as {@code \xE4}. So two names that differ
   * only in such bytes stay two names.
   */
  public static String decoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer valid = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(rest, valid, true);
    while (result.isError()) {
      escaped.append(valid.flip());
      valid.clear();
      for (int i = 0; i < result.length(); i++) {
        escaped.append("\\x%02X".formatted(rest.get()));
      }
      result = decoder.reset().decode(rest, valid, true);
    }
    return escaped.append(valid.flip()).toString();
  }
}
