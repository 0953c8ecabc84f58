package dev.autoheal.xml;

import dev.autoheal.text.Edit;
import dev.autoheal.text.Edits;
import dev.autoheal.text.Encoding;
import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects changes to a document and turns them into edits that touch nothing else. A value changes
 * inside its quotes; an element is added or removed with its indentation and line break.
 */
public final class XmlEditor {
  private final XmlDocument document;
  private final String text;
  private final Encoding encoding;
  private final List<Edit> edits = new ArrayList<>();
  private final Map<XmlElement, ChildEdits> children = new LinkedHashMap<>();

  /** Creates an editor without changes to {@code document}. */
  public XmlEditor(XmlDocument document) {
    this.document = document;
    this.text = document.file().text();
    this.encoding = document.file().encoding();
  }

  /**
   * Sets the value of an attribute. A new attribute follows the others, with the same white space
   * before it as the last one.
   */
  public void set(XmlElement element, String name, String value) {
    element
        .attribute(name)
        .ifPresentOrElse(existing -> set(existing, value), () -> add(element, name, value));
  }

  private void set(XmlAttribute attribute, String value) {
    String escaped = XmlText.escapeAttribute(value, attribute.quote(), encoding);
    edits.add(new Edit(attribute.valueSpan(), escaped));
  }

  private void add(XmlElement element, String name, String value) {
    List<XmlAttribute> attributes = element.attributes();
    int nameEnd = element.startTag().start() + 1 + element.name().length();
    if (attributes.isEmpty()) {
      String quoted = XmlStyle.around(element, document).quoted(value, encoding);
      edits.add(Edit.insert(nameEnd, " " + name + "=" + quoted));
      return;
    }
    int count = attributes.size();
    XmlAttribute last = attributes.get(count - 1);
    int gap = count == 1 ? nameEnd : attributes.get(count - 2).span().end();
    String escaped = XmlText.escapeAttribute(value, last.quote(), encoding);
    edits.add(
        Edit.insert(
            last.span().end(),
            text.substring(gap, last.span().start())
                + name
                + "="
                + last.quote()
                + escaped
                + last.quote()));
  }

  /** Removes an attribute and the white space before it. */
  public void remove(XmlAttribute attribute) {
    int start = attribute.span().start();
    while (XmlText.isSpace(text.charAt(start - 1))) {
      start--;
    }
    edits.add(Edit.remove(new Span(start, attribute.span().end())));
  }

  /**
   * Removes an element, which must not be the root. If it is alone on its lines, the lines go with
   * it. The comments inside it are kept in its place.
   */
  public void remove(XmlElement element) {
    in(element.parent().orElseThrow()).remove(element);
  }

  /** Adds an element after the last child element of {@code parent}. */
  public void append(XmlElement parent, XmlFragment child) {
    in(parent).append((lead, style) -> child.render(lead, style, encoding));
  }

  /** Inserts an element before another one, with the same leading white space. */
  public void insertBefore(XmlElement element, XmlFragment sibling) {
    String lead = XmlStyle.lead(text, element.span().start());
    String written = sibling.render(lead, XmlStyle.around(element, document), encoding);
    edits.add(Edit.insert(element.span().start(), written.substring(lead.length()) + lead));
  }

  /** Changes the name of an element in its start tag and its end tag. */
  public void rename(XmlElement element, String name) {
    rename(element.startTag().start() + 1, element, name);
    if (!element.isSelfClosed()) {
      rename(element.endTag().start() + 2, element, name);
    }
  }

  private void rename(int at, XmlElement element, String name) {
    edits.add(new Edit(new Span(at, at + element.name().length()), name));
  }

  /**
   * Moves an element with all of its content after the last child element of {@code parent}.
   *
   * @param element any element but the root
   * @param wrappers the names of new elements around it, outermost first
   */
  public void move(XmlElement element, XmlElement parent, List<String> wrappers) {
    in(element.parent().orElseThrow()).moveAway(element);
    MovedElement moved = MovedElement.of(element, text);
    in(parent).append((lead, style) -> moved.render(lead, style, wrappers));
  }

  /**
   * Replaces an element with comments and another element, each with the same leading white space.
   *
   * @param comments with their delimiters
   */
  public void replace(XmlElement element, List<String> comments, XmlFragment replacement) {
    String lead = XmlStyle.lead(text, element.span().start());
    StringBuilder written = new StringBuilder();
    comments.forEach(comment -> written.append(lead).append(comment));
    written.append(replacement.render(lead, XmlStyle.around(element, document), encoding));
    edits.add(new Edit(element.span(), written.substring(lead.length())));
  }

  private ChildEdits in(XmlElement parent) {
    return children.computeIfAbsent(parent, p -> new ChildEdits(p, document));
  }

  /**
   * Returns all collected changes as edits of the document's text.
   *
   * @throws IllegalArgumentException if two changes overlap
   */
  public Edits edits() {
    List<Edit> all = new ArrayList<>(edits);
    children.values().forEach(change -> all.addAll(change.edits()));
    return Edits.of(all);
  }
}
