package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Secrets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names for what is said of files: the same as long as a rule says the same of a file, on whatever
 * line, and never twice in a run.
 */
public final class Fingerprints {
  private static final int BYTES = 16;

  private final Map<String, Integer> seen = new HashMap<>();

  /** The next one; what is asked for twice is numbered. */
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
