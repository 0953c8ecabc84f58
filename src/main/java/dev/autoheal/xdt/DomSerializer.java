package dev.autoheal.xdt;

import dev.autoheal.text.Edit;
import dev.autoheal.text.Edits;
import dev.autoheal.text.Encoding;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes the transformed document. What is unchanged is copied from its source as written, and what
 * is new is added.
 */
final class DomSerializer {
  /**
   * The greatest length of the result, in UTF-16 units. It is far above what IIS reads and far
   * below what memory holds.
   */
  private static final int LONGEST = 8 * SourceFile.SIZE_LIMIT;

  /** The declarations of prefixes that mean the same everywhere. */
  private static final Set<String> RESERVED = Set.of("xmlns:xml", "xmlns:xmlns");

  private final XmlDocument base;
  private final StringBuilder text = new StringBuilder();
  private final List<SourceMap.Piece> pieces = new ArrayList<>();

  private DomSerializer(XmlDocument base) {
    this.base = base;
  }

  /**
   * Writes a document in place of the root of its base. The text before and after the root is
   * copied from the base.
   *
   * @param base the file that the transforms were applied to
   * @param document the transformed document
   */
  static DomSerializer of(XmlDocument base, Document document) {
    DomSerializer result = new DomSerializer(base);
    Span root = base.root().span();
    result.copy(base, new Span(0, root.start()));
    result.write(document.getDocumentElement());
    result.copy(base, new Span(root.end(), base.file().text().length()));
    return result;
  }

  /**
   * Parses the written text. It is empty when the text is too long, malformed or not writable in
   * the encoding of the base.
   */
  Optional<XmlDocument> read() {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Span all = new Span(0, base.file().text().length());
    SourceFile file = base.file().with(Edits.of(List.of(new Edit(all, text.toString()))));
    return file.defect().isEmpty() && XmlDocument.parse(file) instanceof XmlDocument.Parsed parsed
        ? Optional.of(parsed.document())
        : Optional.empty();
  }

  /** Returns the origins of the pieces of the written text. */
  SourceMap origins() {
    return new SourceMap(pieces);
  }

  private void write(Node node) {
    if (text.length() > LONGEST) {
      return;
    }
    SourceOrigin origin = SourceOrigin.of(node);
    if (!(node instanceof Element element)) {
      copy(origin.document(), origin.span());
      return;
    }
    boolean isEmpty = element.getFirstChild() == null;
    boolean isSelfClosed = origin.text().endsWith("/>");
    if (!origin.isWhole()) {
      writeTag(element, origin, isEmpty && isSelfClosed);
    } else if (isSelfClosed && !isEmpty) {
      copy(origin.document(), new Span(origin.span().start(), origin.span().end() - 2));
      make(">", origin);
    } else {
      copy(origin.document(), origin.span());
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      write(child);
    }
    if (!isEmpty || !isSelfClosed) {
      make("</" + element.getTagName() + ">", origin);
    }
  }

  private void writeTag(Element element, SourceOrigin origin, boolean isSelfClosed) {
    make("<" + element.getTagName(), origin);
    Set<String> declared = new HashSet<>();
    declare(element, element, declared, origin);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      SourceOrigin from = SourceOrigin.of(attribute);
      if (attribute.getPrefix() != null) {
        declare(attribute, element, declared, origin);
      }
      make(" ", from);
      copy(from.document(), from.span());
    }
    make(isSelfClosed ? " />" : ">", origin);
  }

  /** Declares the prefix of a name, unless this element or one around it already does. */
  private void declare(Node name, Element element, Set<String> declared, SourceOrigin origin) {
    String uri = name.getNamespaceURI();
    String prefix = name.getPrefix();
    String attribute = declaration(prefix);
    boolean isNeeded =
        !RESERVED.contains(attribute)
            && !element.hasAttribute(attribute)
            && !same(uri, around(element, prefix));
    if (isNeeded && declared.add(attribute)) {
      make(" %s=\"%s\"".formatted(attribute, uri == null ? "" : escape(uri)), origin);
    }
  }

  private static String declaration(String prefix) {
    return prefix == null ? "xmlns" : "xmlns:" + prefix;
  }

  /**
   * Returns the namespace of a prefix in the elements around an element; null when there is none.
   * The lookup of the DOM skips elements without a namespace, so it is not used.
   */
  private static String around(Element element, String prefix) {
    String declaration = declaration(prefix);
    for (Node node = element.getParentNode();
        node instanceof Element parent;
        node = parent.getParentNode()) {
      if (Objects.equals(parent.getPrefix(), prefix)) {
        return parent.getNamespaceURI();
      }
      if (parent.hasAttribute(declaration)) {
        return parent.getAttribute(declaration);
      }
    }
    return null;
  }

  private static boolean same(String uri, String other) {
    return (uri == null ? "" : uri).equals(other == null ? "" : other);
  }

  private static String escape(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private void copy(XmlDocument document, Span span) {
    SourceFile file = document.file();
    pieces.add(new SourceMap.Piece(text.length(), file, span, false));
    text.append(fitting(span.of(file.text())));
  }

  private void make(String made, SourceOrigin origin) {
    pieces.add(new SourceMap.Piece(text.length(), origin.document().file(), origin.span(), true));
    text.append(fitting(made));
  }

  /**
   * Replaces each character that the encoding of the base cannot write by a character reference.
   */
  private String fitting(String written) {
    Encoding encoding = base.file().encoding();
    if (encoding.canEncode(written)) {
      return written;
    }
    StringBuilder fitting = new StringBuilder();
    written
        .codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              fitting.append(encoding.canEncode(character) ? character : "&#x%X;".formatted(c));
            });
    return fitting.toString();
  }
}
