package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Secrets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Computes fingerprints of the messages about files. A fingerprint stays the same as long as a rule
 * says the same about a file, on whatever line. No fingerprint occurs twice in a run.
 */
public final class Fingerprints {
  private static final int BYTES = 16;

  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * Returns the next fingerprint, as 32 hexadecimal digits. Equal arguments are numbered, so each
   * call gives another fingerprint. Credentials in the message do not count.
   */
  public String of(String rule, String path, String message) {
    String identity = String.join("\0", rule, path, Secrets.redact(message));
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
