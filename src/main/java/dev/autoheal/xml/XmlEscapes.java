package dev.autoheal.xml;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import org.codehaus.stax2.io.EscapingWriterFactory;

/**
 * Escapes text from any source as ASCII in XML. Other characters become references, and so do those
 * that a terminal or the log of a CI runner interprets. A character that XML 1.0 does not allow
 * becomes U+FFFD.
 *
 * @param breaksLines whether a line break is written as it is
 */
record XmlEscapes(boolean breaksLines) implements EscapingWriterFactory {
  /** A log contains no command without this bracket: {@code ##[…]} or {@code ##vso[…]}. */
  private static final char BRACKET = '[';

  @Override
  public Writer createEscapingWriterFor(Writer out, String encoding) {
    return new Escaping(out);
  }

  @Override
  public Writer createEscapingWriterFor(OutputStream out, String encoding) {
    return new Escaping(new OutputStreamWriter(out, Charset.forName(encoding)));
  }

  private void escape(CharSequence text, StringBuilder escaped) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(isPlain(c) ? Character.toString(c) : reference(c));
              }
            });
  }

  private boolean isPlain(int c) {
    return (c >= ' ' && c < 0x7F && c != BRACKET) || (c == '\n' && breaksLines);
  }

  private static String reference(int c) {
    return "&#x%X;".formatted(legal(c));
  }

  private static int legal(int c) {
    boolean isWhiteSpace = c == '\t' || c == '\n' || c == '\r';
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean isLegal = isWhiteSpace || (c >= ' ' && !isSurrogate && c != 0xFFFE && c != 0xFFFF);
    return isLegal ? c : 0xFFFD;
  }

  /** Receives each text in one piece, so that no surrogate pair is split. */
  private final class Escaping extends FilterWriter {
    Escaping(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      write(Character.toString(c));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      StringBuilder escaped = new StringBuilder(length + 16);
      escape(text.substring(from, from + length), escaped);
      out.append(escaped);
    }
  }
}
