package dev.autoheal.xdt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import java.util.ArrayList;
import java.util.List;

/** Applies transforms given as text. */
final class TestXdt {
  static final String NAMESPACE = "xmlns:xdt=\"" + XmlDocument.XDT + "\"";

  private TestXdt() {}

  static XmlDocument read(String name, String text) {
    SourceFile file = SourceFile.of(name, text.getBytes(UTF_8));
    return ((XmlDocument.Parsed) XmlDocument.parse(file)).document();
  }

  /** Applies transforms named {@code 1.config}, {@code 2.config} and so on. */
  static TransformResult apply(String base, String... transforms) {
    List<XmlDocument> chain = new ArrayList<>();
    for (String transform : transforms) {
      chain.add(read((chain.size() + 1) + ".config", transform));
    }
    return Transformer.of(read("web.config", base), chain);
  }

  /** Returns a transform with these lines in its {@code configuration}. */
  static String transform(String... lines) {
    return "<configuration %s>\n%s\n</configuration>\n"
        .formatted(NAMESPACE, String.join("\n", lines));
  }

  static String text(TransformResult result) {
    return result.document().file().text();
  }

  /** Returns each message as {@code warning 1.config:2:3 text}. */
  static List<String> messages(TransformResult result) {
    return result.messages().stream().map(TestXdt::words).toList();
  }

  private static String words(TransformMessage message) {
    Location at = message.location();
    return "%s %s:%d:%d %s"
        .formatted(message.kind().word(), at.path(), at.line(), at.column(), message.text());
  }
}
