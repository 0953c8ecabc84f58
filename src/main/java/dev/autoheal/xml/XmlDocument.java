package dev.autoheal.xml;

import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.List;

/**
 * A well-formed document without a DTD.
 *
 * @param nodes what stands outside the root and the root itself; they tile the text but for white
 *     space
 * @param declaresXdt whether some element declares the namespace of XDT transforms
 */
public record XmlDocument(
    SourceFile file, XmlElement root, List<XmlNode> nodes, boolean declaresXdt) {
  /** The namespace of XML Document Transforms. */
  public static final String XDT = "http://schemas.microsoft.com/XML-Document-Transform";

  /** What parsing a file came to. */
  public sealed interface Result {}

  /** The file is well-formed. */
  public record Parsed(XmlDocument document) implements Result {}

  /** The file is not well-formed. */
  public record Malformed(Span span, String message) implements Result {}

  /** The file has a DTD, which is never read. */
  public record Doctype(Span span) implements Result {}

  public XmlDocument {
    nodes = List.copyOf(nodes);
  }

  /** Parses a file that could be decoded; in bounded time and memory, whatever it holds. */
  public static Result parse(SourceFile file) {
    return new XmlParser(file).parse();
  }

  /** What a text of the document says: references resolved, a CDATA section without its marks. */
  public String value(XmlNode.Other text) {
    String raw = text.span().of(file.text());
    boolean isCdata = raw.startsWith("<![CDATA[");
    return isCdata
        ? raw.substring("<![CDATA[".length(), raw.length() - "]]>".length())
        : XmlText.unescape(raw);
  }
}
