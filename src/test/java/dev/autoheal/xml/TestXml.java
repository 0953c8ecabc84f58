package dev.autoheal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.SourceFile;
import java.nio.ByteBuffer;

/** Parses documents given as text. */
final class TestXml {
  private TestXml() {}

  /** Returns a UTF-8 file, or a UTF-16 file for text with lone surrogates. */
  static SourceFile file(String text) {
    if (UTF_8.newEncoder().canEncode(text)) {
      return SourceFile.of("web.config", text.getBytes(UTF_8));
    }
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length() + 2);
    bytes.asCharBuffer().put('\uFEFF').put(text);
    return SourceFile.of("web.config", bytes.array());
  }

  static XmlDocument document(String text) {
    XmlDocument.Result result = XmlDocument.parse(file(text));
    if (result instanceof XmlDocument.Parsed parsed) {
      return parsed.document();
    }
    throw new AssertionError(result);
  }
}
