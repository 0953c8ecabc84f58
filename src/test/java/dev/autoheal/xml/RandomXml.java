package dev.autoheal.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Encoding;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A random well-formed document with everything in XML except a DTD, in any encoding. */
final class RandomXml {
  private static final List<Encoding> ENCODINGS =
      List.of(
          new Encoding(UTF_8, false),
          new Encoding(UTF_8, true),
          new Encoding(UTF_16LE, true),
          new Encoding(UTF_16BE, true),
          new Encoding(Charset.forName("windows-1252"), false),
          new Encoding(ISO_8859_1, false));
  private static final List<String> NAMES =
      List.of("a", "b", "x:c", "system.web", "\u00E9l\u00E9", "_-.");
  private static final List<String> REFERENCES =
      List.of(
          "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#10;", "&#xE9;", "&#x1F600;", "&#009;");

  private final Random random;
  private final List<String> breaks;
  private final StringBuilder text = new StringBuilder();
  final Encoding encoding;

  RandomXml(Random random) {
    this.random = random;
    this.encoding = one(ENCODINGS);
    this.breaks =
        one(List.of(List.of("\n"), List.of("\r\n"), List.of("\r"), List.of("\n", "\r\n", "\r")));
    if (!encoding.bom() && !encoding.charset().equals(UTF_8)) {
      text.append("<?xml version=\"1.0\" encoding='")
          .append(encoding.charset().name())
          .append("'?>");
    } else if (random.nextBoolean()) {
      text.append("<?xml version='1.0'").append(space()).append("?>");
    }
    misc();
    element(0, true);
    misc();
  }

  String text() {
    return text.toString();
  }

  byte[] bytes() {
    byte[] body = encoding.encode(text());
    byte[] mark = encoding.bom() ? encoding.encode("\uFEFF") : new byte[0];
    byte[] bytes = new byte[mark.length + body.length];
    System.arraycopy(mark, 0, bytes, 0, mark.length);
    System.arraycopy(body, 0, bytes, mark.length, body.length);
    return bytes;
  }

  @Override
  public String toString() {
    return encoding + "\n" + text().replace("\r", "\\r");
  }

  private void misc() {
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(space()).append(random.nextBoolean() ? comment() : instruction());
    }
    text.append(space());
  }

  private void element(int depth, boolean root) {
    String name = one(NAMES);
    text.append('<').append(name);
    if (root) {
      text.append(" xmlns:x='urn:x'");
    }
    Set<String> seen = new HashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String attribute = one(NAMES);
      if (seen.add(attribute)) {
        attribute(attribute);
      }
    }
    text.append(random.nextInt(4) == 0 ? space() : "");
    if (random.nextInt(3) == 0) {
      text.append("/>");
      return;
    }
    text.append('>');
    for (int i = random.nextInt(5); i > 0; i--) {
      content(depth);
    }
    text.append("</").append(name).append(random.nextInt(6) == 0 ? space() : "").append('>');
  }

  private void attribute(String name) {
    char quote = random.nextBoolean() ? '"' : '\'';
    text.append(space().isEmpty() ? " " : one(breaks)).append(name);
    text.append(random.nextInt(5) == 0 ? " =" + one(breaks) : "=").append(quote);
    for (int i = random.nextInt(4); i > 0; i--) {
      String piece =
          one(List.of(words(), space(), one(REFERENCES), ">", "/>", "'", "\"", "]]>", "--"));
      text.append(piece.indexOf(quote) < 0 ? piece : "");
    }
    text.append(quote);
  }

  private void content(int depth) {
    switch (random.nextInt(depth > 6 ? 6 : 9)) {
      case 0 -> text.append(comment());
      case 1 -> text.append(instruction());
      case 2 ->
          text.append("<![CDATA[")
              .append(one(List.of("", " ", "<&>", "]]", words())))
              .append("]]>");
      case 3 -> text.append(one(REFERENCES));
      case 4 -> text.append(words().repeat(1 + random.nextInt(80)));
      case 5 -> text.append(space()).append(" ".repeat(random.nextInt(200))).append(space());
      default -> element(depth + 1, false);
    }
  }

  private String comment() {
    return "<!--" + one(List.of("", " ", words(), "<a b='", "- x", "&", one(breaks))) + "-->";
  }

  private String instruction() {
    return one(
        List.of(
            "<?p?>",
            "<?p x='?' > <a>?>",
            "<?xml-stylesheet encoding='x'?>",
            "<?p" + one(breaks) + "?>"));
  }

  private String words() {
    return encoding.charset().equals(UTF_8) || encoding.isUtf16()
        ? one(List.of("plain", "caf\u00E9", "\u0416\u4E2D\u2028", "\uD83D\uDE00", ">"))
        : one(List.of("plain", "caf\u00E9", "\u00FC\u00A0", ">"));
  }

  private String space() {
    return one(List.of("", " ", "\t", one(breaks), one(breaks) + "  "));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
