package dev.autoheal.rules;

import dev.autoheal.section.Action;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Builds the message for text between elements, by what its author probably meant. */
final class StrayTextMessage {
  private static final Pattern JSON = Pattern.compile("(?s)[{\\[\\]},].*|\"[\\w ]+\"\\s*:.*");
  private static final Pattern VALUE = Pattern.compile("[\\w:.]{1,20}");
  private static final Pattern ESCAPED = Pattern.compile("(?s).*&lt;\\w.*");
  private static final String CDATA = "<![CDATA[";

  private StrayTextMessage() {}

  /**
   * Returns the message for one run of text.
   *
   * @param seen the text without the white space around it
   * @param named the element that holds the text
   */
  static String of(String seen, NamedElement named) {
    XmlElement element = named.element();
    return comment(seen, element)
        .or(() -> cdata(seen, element))
        .or(() -> escaped(seen, element))
        .or(() -> json(seen, element))
        .or(() -> value(seen, named))
        .orElseGet(
            () ->
                "text stands in %s: remove it, or write <!-- … --> around it; %s"
                    .formatted(element.name(), takes(element)));
  }

  private static Optional<String> comment(String seen, XmlElement element) {
    return NamedElement.foreignComment(seen)
        .map(
            sign ->
                "%s starts no comment in XML, so this is text in %s: write <!-- … --> around it"
                    .formatted(sign, element.name()));
  }

  private static Optional<String> cdata(String seen, XmlElement element) {
    return seen.startsWith(CDATA)
        ? Optional.of(
            "what stands in CDATA is text, even if it looks like elements: %s"
                .formatted(takes(element)))
        : Optional.empty();
  }

  private static Optional<String> escaped(String seen, XmlElement element) {
    return ESCAPED.matcher(seen).matches()
        ? Optional.of(
            "&lt; makes text of what looks like an element in %s: write < and >"
                .formatted(element.name()))
        : Optional.empty();
  }

  private static Optional<String> json(String seen, XmlElement element) {
    return JSON.matcher(seen).matches()
        ? Optional.of(
            "JSON stands in %s, and IIS does not read it: %s"
                .formatted(element.name(), takes(element)))
        : Optional.empty();
  }

  /** Returns the message for text that is probably the value of an attribute. */
  private static Optional<String> value(String seen, NamedElement named) {
    XmlElement element = named.element();
    List<String> absent = named.absentAttributes();
    boolean isOnlyOne = absent.size() == 1 && VALUE.matcher(seen).matches();
    boolean fits = !element.name().equals("actions") || Action.Kind.of(seen).isPresent();
    return isOnlyOne && fits
        ? Optional.of(
            "%s stands as text in %s: write <%2$s %s=\"%1$s\" />"
                .formatted(seen, element.name(), absent.get(0)))
        : Optional.empty();
  }

  private static String takes(XmlElement element) {
    List<String> elements = SectionNames.elements(element.name());
    List<String> names = elements.isEmpty() ? SectionNames.attributes(element.name()) : elements;
    return "%s takes the %s%s %s"
        .formatted(
            element.name(),
            elements.isEmpty() ? "attribute" : "element",
            names.size() == 1 ? "" : "s",
            Spelling.list(names));
  }
}
