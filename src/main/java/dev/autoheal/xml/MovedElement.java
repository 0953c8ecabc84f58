package dev.autoheal.xml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element that moves to another place with all of its content.
 *
 * @param text the element as written
 * @param lead the white space before it
 */
record MovedElement(String text, String lead) {
  /** Reads an element from the text of its document. */
  static MovedElement of(XmlElement element, String document) {
    return new MovedElement(
        element.span().of(document), XmlStyle.lead(document, element.startTag().start()));
  }

  /**
   * Returns the element with another lead and with new elements around it. Each line keeps its
   * indentation relative to the lead.
   *
   * @param wrappers the names of the new elements, outermost first
   */
  String render(String newLead, XmlStyle style, List<String> wrappers) {
    if (wrappers.isEmpty()) {
      return newLead + indented(newLead);
    }
    String name = wrappers.get(0);
    String content = render(style.deeper(newLead), style, wrappers.subList(1, wrappers.size()));
    return "%s<%s>%s%1$s</%2$s>".formatted(newLead, name, content);
  }

  private String indented(String newLead) {
    if (!XmlStyle.breaks(lead) || !XmlStyle.breaks(newLead)) {
      return text;
    }
    Pattern line = Pattern.compile("(\r\n|[\r\n])" + Pattern.quote(XmlStyle.withoutBreak(lead)));
    String indent = Matcher.quoteReplacement(XmlStyle.withoutBreak(newLead));
    return line.matcher(text).replaceAll("$1" + indent);
  }
}
