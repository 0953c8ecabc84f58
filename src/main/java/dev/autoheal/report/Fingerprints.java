package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Location;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Computes fingerprints of what a run finds. A fingerprint stays the same as long as a rule finds
 * the same text in a file, on whatever line and in whatever words. No fingerprint occurs twice in a
 * run.
 */
public final class Fingerprints {
  private static final int BYTES = 16;

  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * Returns the next fingerprint, as 32 hexadecimal digits. It depends on the rule, the path, and
   * the text at the place with the name of its attribute. Equal ones are numbered, so each call
   * gives another fingerprint. Credentials do not count.
   *
   * @param place a place with its source line
   */
  public String of(String rule, Location place) {
    String found = place.attributeName() + place.text().strip();
    String identity = String.join("\0", rule, place.path(), found);
    return hash(identity + seen.merge(identity, 1, Integer::sum));
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
