package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Location;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes fingerprints of what a run finds. A fingerprint stays the same as long as a rule finds
 * the same text in a file, on whatever line and in whatever words. No fingerprint occurs twice in a
 * run.
 */
public final class Fingerprints {
  private static final int BYTES = 16;

  /** The name of an attribute and its quote, in front of its value. */
  private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:.-]+\\s*=\\s*[\"']$");

  private static final int LONGEST_NAME = 100;

  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * Returns the next fingerprint, as 32 hexadecimal digits. It depends on the rule, the path, and
   * the text at the place with the name of its attribute. Equal ones are numbered, so each call
   * gives another fingerprint. Credentials do not count.
   *
   * @param place a place with its source line
   */
  public String of(String rule, Location place) {
    String identity = String.join("\0", rule, place.path(), found(place));
    return hash(identity + seen.merge(identity, 1, Integer::sum));
  }

  private static String found(Location place) {
    String line = place.sourceLine();
    int start = Math.min(place.column() - 1, line.length());
    boolean isOneLine = place.endLine() == place.line();
    int end = isOneLine ? Math.min(place.endColumn() - 1, line.length()) : line.length();
    Matcher name = ATTRIBUTE.matcher(line).region(Math.max(0, start - LONGEST_NAME), start);
    return (name.find() ? name.group() : "") + line.substring(start, Math.max(start, end)).strip();
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
