package dev.autoheal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * Builds a page in one file that loads nothing. Its content security policy allows only our script
 * and our style, known by their hashes, whatever text gets into the page.
 */
final class HtmlPage {
  private static final String POLICY =
      "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'";

  private HtmlPage() {}

  /**
   * Returns the page.
   *
   * @param body writes the content of the page
   */
  static String of(String title, Consumer<HtmlWriter> body) {
    String style = resource("report.css");
    String script = resource("report.js");
    HtmlWriter html = new HtmlWriter();
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    html.raw(POLICY.formatted(hash(style), hash(script))).raw("\">\n");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title);
    html.open("style").raw(style).close().close().open("body");
    body.accept(html);
    html.open("script").raw(script).close().close().close();
    return html.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream("/report/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
