package dev.autoheal.xml;

import dev.autoheal.text.Encoding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element that is to be written.
 *
 * @param name with its prefix, if it has one
 * @param attributes from names to unescaped values, in the order in which they are written
 * @param children in the order in which they are written
 */
public record XmlFragment(String name, Map<String, String> attributes, List<XmlFragment> children) {
  public XmlFragment {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /** Creates an element without attributes. */
  public static XmlFragment of(String name, List<XmlFragment> children) {
    return new XmlFragment(name, Map.of(), children);
  }

  /** Returns the first child of that name, which must exist. */
  public XmlFragment child(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).findFirst().orElseThrow();
  }

  /**
   * Returns the text of the element with {@code lead} before it. Its children are indented further
   * if the lead contains a line break; otherwise all is on one line.
   *
   * @param encoding the encoding of the file; what it cannot encode becomes a reference
   */
  String render(String lead, XmlStyle style, Encoding encoding) {
    StringBuilder text = new StringBuilder(lead).append('<').append(name);
    attributes.forEach(
        (key, value) ->
            text.append(' ').append(key).append('=').append(style.quoted(value, encoding)));
    if (children.isEmpty()) {
      return text.append(style.spaceBeforeSlash() ? " />" : "/>").toString();
    }
    text.append('>');
    String childLead = style.deeper(lead);
    children.forEach(child -> text.append(child.render(childLead, style, encoding)));
    return text.append(lead).append("</").append(name).append('>').toString();
  }
}
