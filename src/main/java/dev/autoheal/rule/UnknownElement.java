package dev.autoheal.rule;

import dev.autoheal.section.Names;
import dev.autoheal.section.Section;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** IIS fails the whole section, and so every request, for one name that it does not know. */
final class UnknownElement implements Rule {
  private static final Pattern SHORT_VALUE = Pattern.compile("[\\w:.]{1,20}");

  @Override
  public String summary() {
    return "an element of the section has a name IIS does not know";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    String text = subject.file().text();
    for (Section section : subject.sections()) {
      section
          .unknownElements()
          .forEach(element -> reporter.report(NameSpan.of(element), message(element, text)));
    }
  }

  private static String message(XmlElement element, String text) {
    String name = element.name();
    String parent = element.parent().orElseThrow().name();
    if (Names.attributes(parent).contains(name)) {
      return "%s is an attribute of %s, not an element: write %s on it"
          .formatted(name, parent, asAttribute(element, text));
    }
    List<String> known = Names.elements(parent);
    List<String> owners =
        known.stream().filter(child -> Names.attributes(child).contains(name)).toList();
    if (owners.size() == 1) {
      return "%s is an attribute of %s, not an element: write <%2$s %s />"
          .formatted(name, owners.get(0), asAttribute(element, text));
    }
    if (known.isEmpty()) {
      return "%s takes no elements, but has %s: remove it".formatted(parent, Seen.of(name));
    }
    String otherwise =
        home(name, "monitoring")
            .map("it belongs in %s"::formatted)
            .orElseGet(() -> "%s takes %s".formatted(parent, Meant.list(known)));
    return "%s is no element of %s: %s"
        .formatted(Seen.of(name), parent, Meant.cure(name, known, otherwise));
  }

  private static String asAttribute(XmlElement element, String text) {
    String content = element.content().of(text).strip();
    return "%s=\"%s\""
        .formatted(element.name(), SHORT_VALUE.matcher(content).matches() ? content : "…");
  }

  /** The element of the section that {@code name} belongs in; searched downwards. */
  private static Optional<String> home(String name, String from) {
    List<String> children = Names.elements(from);
    return children.contains(name)
        ? Optional.of(from)
        : children.stream().flatMap(child -> home(name, child).stream()).findFirst();
  }
}
