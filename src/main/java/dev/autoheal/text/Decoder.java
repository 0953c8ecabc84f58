package dev.autoheal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes bytes to text. The encoding comes from the byte order mark, else from the XML
 * declaration, else it is UTF-8.
 */
final class Decoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Map<String, Charset> SINGLE_BYTE =
      Map.of("windows-1252", WINDOWS_1252, "iso-8859-1", ISO_8859_1, "us-ascii", US_ASCII);

  private final String path;
  private final byte[] bytes;

  /** Creates a decoder for the content of the file at {@code path}. */
  Decoder(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * Decodes the bytes; never fails. A contradiction or an unsupported encoding becomes a defect.
   */
  SourceFile decode() {
    if (startsWith(0xFF, 0xFE, 0, 0) || startsWith(0, 0, 0xFE, 0xFF)) {
      return unreadable("unsupported encoding UTF-32; save the file as UTF-8");
    }
    if (startsWith('<', 0) || startsWith(0, '<')) {
      return unreadable("missing byte order mark (the file looks like UTF-16); save it as UTF-8");
    }
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      return marked(UTF_8);
    }
    if (startsWith(0xFF, 0xFE)) {
      return marked(UTF_16LE);
    }
    return startsWith(0xFE, 0xFF) ? marked(UTF_16BE) : unmarked();
  }

  private SourceFile marked(Charset charset) {
    SourceFile file = read(new Encoding(charset, true));
    Declaration declared = Declaration.in(file.text());
    if (declared == null || file.defect().isPresent() || agrees(declared.name(), charset)) {
      return file;
    }
    String message =
        "%s contradicts the byte order mark of %s; make them agree"
            .formatted(Quoted.attribute("encoding", declared.seen()), charset.name());
    return withDefect(file, declared.span(), message);
  }

  private static boolean agrees(String declared, Charset charset) {
    return switch (declared) {
      case "utf-8" -> charset.equals(UTF_8);
      case "utf-16" -> !charset.equals(UTF_8);
      case "utf-16le" -> charset.equals(UTF_16LE);
      case "utf-16be" -> charset.equals(UTF_16BE);
      default -> false;
    };
  }

  private SourceFile unmarked() {
    Declaration declared = Declaration.in(new String(bytes, ISO_8859_1));
    if (declared == null || declared.name().equals("utf-8")) {
      return read(Encoding.UTF_8);
    }
    Charset charset = SINGLE_BYTE.get(declared.name());
    if (charset != null) {
      return read(new Encoding(charset, false));
    }
    String message =
        declared.name().startsWith("utf-16")
            ? "%s, but the file is not UTF-16; save it as UTF-16 or correct the declaration"
            : "unsupported %s; save the file as UTF-8";
    return withDefect(
        read(new Encoding(ISO_8859_1, false)),
        declared.span(),
        message.formatted(Quoted.attribute("encoding", declared.seen())));
  }

  private SourceFile read(Encoding encoding) {
    int start = encoding.bomLength();
    String fast = new String(bytes, start, bytes.length - start, encoding.charset());
    // Invalid bytes become U+FFFD, which may be in the file as well.
    if (fast.indexOf('\uFFFD') < 0) {
      return new SourceFile(path, bytes, encoding, fast, Optional.empty());
    }
    return readStrictly(encoding);
  }

  private SourceFile readStrictly(Encoding encoding) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    in.position(encoding.bomLength());
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    SourceFile file = new SourceFile(path, bytes, encoding, text, Optional.empty());
    if (!result.isError()) {
      return file;
    }
    String message =
        "%1$s not valid %2$s; save the file as %2$s"
            .formatted(hex(in, result.length()), encoding.charset().name());
    return withDefect(file, Span.at(text.length()), message);
  }

  private static String hex(ByteBuffer in, int length) {
    StringBuilder hex = new StringBuilder(length == 1 ? "byte" : "bytes");
    for (int i = 0; i < length; i++) {
      hex.append(" 0x%02X".formatted(in.get(in.position() + i)));
    }
    return hex.append(length == 1 ? " is" : " are").toString();
  }

  private SourceFile unreadable(String message) {
    SourceFile empty = new SourceFile(path, bytes, Encoding.UTF_8, "", Optional.empty());
    return withDefect(empty, Span.at(0), message);
  }

  private static SourceFile withDefect(SourceFile file, Span span, String message) {
    return new SourceFile(
        file.path(),
        file.bytes(),
        file.encoding(),
        file.text(),
        Optional.of(new SourceFile.Defect(SourceFile.Defect.Kind.ENCODING, span, message)));
  }

  private boolean startsWith(int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The encoding that an XML declaration names.
   *
   * @param name in lower case, with aliases resolved
   * @param seen as written
   * @param span the span of the name, inside its quotes
   */
  private record Declaration(String name, String seen, Span span) {
    private static final Map<String, String> ALIASES =
        Map.of("utf8", "utf-8", "unicode", "utf-16", "latin1", "iso-8859-1", "ascii", "us-ascii");

    /** Returns null when {@code text} has no declaration, or one that names no encoding. */
    static Declaration in(String text) {
      int close = text.startsWith("<?xml") ? text.indexOf("?>") : -1;
      String head = text.substring(0, Math.max(0, close));
      int key = head.indexOf("encoding");
      int open = key < 0 ? -1 : firstQuote(head, key);
      int end = open < 0 ? -1 : head.indexOf(head.charAt(open), open + 1);
      if (end < 0 || !Character.isWhitespace(head.charAt("<?xml".length()))) {
        return null;
      }
      String seen = head.substring(open + 1, end);
      String lower = seen.toLowerCase(Locale.ROOT);
      return new Declaration(ALIASES.getOrDefault(lower, lower), seen, new Span(open + 1, end));
    }

    private static int firstQuote(String text, int from) {
      int at = from;
      while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\'') {
        at++;
      }
      return at < text.length() ? at : -1;
    }
  }
}
