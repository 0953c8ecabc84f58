package dev.autoheal.xml;

import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.List;

/**
 * A well-formed document without a DTD.
 *
 * @param file the file that was parsed
 * @param root the root element
 * @param nodes the root and everything outside it; they cover the text except for white space
 * @param declaresXdt whether some element declares the namespace of XDT transforms
 */
public record XmlDocument(
    SourceFile file, XmlElement root, List<XmlNode> nodes, boolean declaresXdt) {
  /** The namespace of XML Document Transforms. */
  public static final String XDT = "http://schemas.microsoft.com/XML-Document-Transform";

  /** The result of parsing a file. */
  public sealed interface Result {}

  /** The result for a well-formed file. */
  public record Parsed(XmlDocument document) implements Result {}

  /**
   * The result for a file that is not well-formed.
   *
   * @param span the cause of the first fault
   * @param message what is wrong and, where possible, how to fix it; one line
   */
  public record Malformed(Span span, String message) implements Result {}

  /**
   * The result for a file that has a DTD, which is never read.
   *
   * @param span the whole DTD
   */
  public record Doctype(Span span) implements Result {}

  public XmlDocument {
    nodes = List.copyOf(nodes);
  }

  /**
   * Parses a file that was decoded without a defect. Time and memory are bounded for any content.
   */
  public static Result parse(SourceFile file) {
    return new XmlParser(file).parse();
  }

  /**
   * Returns the content of a text node. A CDATA section loses its delimiters. In other text
   * references are resolved, and tabs and line breaks become spaces.
   */
  public String value(XmlNode.Other text) {
    String raw = text.span().of(file.text());
    boolean isCdata = raw.startsWith("<![CDATA[");
    return isCdata
        ? raw.substring("<![CDATA[".length(), raw.length() - "]]>".length())
        : XmlText.unescape(raw);
  }
}
