package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Explains why an end tag does not close the open element. */
final class MalformedEndTag {
  private final SourceFile file;
  private final String text;
  private final int at;
  private final Deque<XmlElement> open;

  /**
   * Creates a checker for the end tag at {@code at}.
   *
   * @param at the offset of {@code </}
   * @param open the elements without an end tag so far, innermost first
   */
  MalformedEndTag(SourceFile file, int at, Deque<XmlElement> open) {
    this.file = file;
    this.text = file.text();
    this.at = at;
    this.open = open;
  }

  /** Returns the explanation; never empty. */
  Optional<Malformed> explain() {
    int end = text.indexOf('>', at);
    int next = text.indexOf('<', at + 1);
    if (end < 0 || (next >= 0 && next < end)) {
      return fault(at, at + 2, "unclosed tag; add '>'");
    }
    String name = text.substring(at + 2, end).stripTrailing();
    String plain = MalformedTag.nameIn(text, MalformedXml.skipSpace(text, at + 2));
    if (!plain.isEmpty() && !name.equals(plain)) {
      return fault(at, end + 1, "unexpected text in an end tag; use %s".formatted(tag(plain)));
    }
    String tag = tag(name);
    if (open.isEmpty()) {
      return fault(at, end + 1, "unexpected %s, as no element is open; remove it".formatted(tag));
    }
    return open.stream().anyMatch(element -> element.name().equals(name))
        ? Optional.of(neverClosed(tag))
        : fault(at, end + 1, closesNothing(tag, name));
  }

  /** Reports the innermost element, because the tag closes an element around it. */
  private Malformed neverClosed(String tag) {
    XmlElement inner = open.peek();
    return new Malformed(
        inner.startTag(),
        "unclosed element %s before %s on line %d; %s"
            .formatted(Quoted.element(inner.name()), tag, line(Span.at(at)), advice(inner)));
  }

  private static String advice(XmlElement inner) {
    String end = tag(inner.name());
    if (inner.parent().filter(around -> around.name().equals(inner.name())).isPresent()
        && inner.attributes().isEmpty()) {
      return "did you mean %s?".formatted(end);
    }
    boolean isEmpty = inner.children().stream().allMatch(c -> c.is(XmlNode.Kind.WHITE_SPACE));
    return isEmpty ? "end it with />" : "add " + end;
  }

  private String closesNothing(String tag, String name) {
    XmlElement inner = open.peek();
    List<XmlElement> closed = inner.elements();
    if (!closed.isEmpty() && closed.get(closed.size() - 1).name().equals(name)) {
      XmlElement last = closed.get(closed.size() - 1);
      return last.isSelfClosed()
          ? "unexpected %s, as the element on line %d ends with />; remove one"
              .formatted(tag, line(last.startTag()))
          : "unexpected %s, as the element ends on line %d; remove it"
              .formatted(tag, line(last.endTag()));
    }
    String element = Quoted.element(inner.name());
    int line = line(inner.startTag());
    return Spelling.nearest(name, List.of(inner.name())).isPresent()
        ? "%s does not match %s on line %d; use %s".formatted(tag, element, line, tag(inner.name()))
        : "unexpected %s in %s, which starts on line %d; remove it".formatted(tag, element, line);
  }

  private static String tag(String name) {
    return Quoted.element("/" + name.replaceAll("\\s+", " "));
  }

  private int line(Span span) {
    return file.locate(span).line();
  }
}
