package dev.autoheal.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Secrets;

/**
 * Renders text from files for SARIF, which turns brackets into links, and paths as the URIs of
 * SARIF.
 */
final class SarifText {
  private static final String UNRESERVED = "-._~/";

  private SarifText() {}

  /** Returns a message without credentials and without links. */
  static String message(String text) {
    return Secrets.redact(text).replace("](", "] (");
  }

  /**
   * Returns a relative path as a relative reference in percent-encoded UTF-8. Nothing in it is read
   * as a scheme, a query or a fragment.
   */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(UTF_8)) {
      int c = b & 0xFF;
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        uri.append((char) c);
      } else {
        uri.append("%%%02X".formatted(c));
      }
    }
    return uri.toString();
  }
}
