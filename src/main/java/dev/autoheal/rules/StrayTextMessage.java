package dev.autoheal.rules;

import dev.autoheal.section.Action;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Quoted;
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
    return comment(seen)
        .or(() -> cdata(seen, element))
        .or(() -> escaped(seen, element))
        .or(() -> json(seen, element))
        .or(() -> value(seen, named))
        .orElseGet(
            () ->
                "unexpected text %s in %s; remove it or use <!-- … --> around it"
                    .formatted(
                        Quoted.literal(seen.replaceAll("\\s+", " ")),
                        Quoted.element(element.name())));
  }

  private static Optional<String> comment(String seen) {
    return NamedElement.foreignComment(seen)
        .map(
            sign ->
                "%s does not start a comment in XML; use <!-- … -->"
                    .formatted(Quoted.literal(sign)));
  }

  private static Optional<String> cdata(String seen, XmlElement element) {
    return seen.startsWith(CDATA)
        ? Optional.of(
            "unexpected CDATA in %s; %s"
                .formatted(Quoted.element(element.name()), content(element)))
        : Optional.empty();
  }

  private static Optional<String> escaped(String seen, XmlElement element) {
    return ESCAPED.matcher(seen).matches()
        ? Optional.of(
            "unexpected '&lt;' in %s; use < and > for an element"
                .formatted(Quoted.element(element.name())))
        : Optional.empty();
  }

  private static Optional<String> json(String seen, XmlElement element) {
    return JSON.matcher(seen).matches()
        ? Optional.of(
            "unexpected JSON in %s; %s".formatted(Quoted.element(element.name()), content(element)))
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
            "unexpected text %s in %s; use <%s %s />"
                .formatted(
                    Quoted.literal(seen),
                    Quoted.element(element.name()),
                    element.name(),
                    Quoted.attribute(absent.get(0), seen)))
        : Optional.empty();
  }

  /** Returns what the element may contain, as advice. */
  private static String content(XmlElement element) {
    List<String> elements = SectionNames.elements(element.name());
    return elements.isEmpty()
        ? "use attributes"
        : "use " + Spelling.alternatives(elements.stream().map(Quoted::element).toList());
  }
}
