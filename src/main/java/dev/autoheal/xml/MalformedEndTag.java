package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;
import static dev.autoheal.xml.MalformedXml.shown;

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
      return fault(at, at + 2, "this tag is never closed: > is missing");
    }
    String name = text.substring(at + 2, end).stripTrailing();
    String plain = MalformedTag.nameIn(text, MalformedXml.skipSpace(text, at + 2));
    if (!plain.isEmpty() && !name.equals(plain)) {
      return fault(
          at,
          end + 1,
          "an end tag holds nothing but its name; write </%s>".formatted(shown(plain)));
    }
    String tag = "</%s>".formatted(shown(name));
    if (open.isEmpty()) {
      return fault(at, end + 1, "%s closes nothing: no element is open".formatted(tag));
    }
    return open.stream().anyMatch(element -> element.name().equals(name))
        ? Optional.of(neverClosed(tag))
        : fault(at, end + 1, closesNothing(tag, name));
  }

  /** Reports the innermost element, because the tag closes an element around it. */
  private Malformed neverClosed(String tag) {
    XmlElement inner = open.peek();
    String name = shown(inner.name());
    String message =
        "<%s> is never closed: %s in line %d comes first".formatted(name, tag, line(Span.at(at)));
    return new Malformed(inner.startTag(), message + advice(inner, name));
  }

  private String advice(XmlElement inner, String name) {
    Optional<XmlElement> around = inner.parent().filter(e -> e.name().equals(inner.name()));
    if (around.isPresent() && inner.attributes().isEmpty()) {
      return "; write </%s> if it was to close the one of line %d"
          .formatted(name, line(around.get().startTag()));
    }
    boolean isEmpty = inner.children().stream().allMatch(c -> c.is(XmlNode.Kind.WHITE_SPACE));
    return isEmpty ? "; end it in />" : "";
  }

  private String closesNothing(String tag, String name) {
    XmlElement inner = open.peek();
    List<XmlElement> closed = inner.elements();
    if (!closed.isEmpty() && closed.get(closed.size() - 1).name().equals(name)) {
      XmlElement last = closed.get(closed.size() - 1);
      return last.isSelfClosed()
          ? "%s closes nothing: <%s> of line %d ended in /> already"
              .formatted(tag, shown(name), line(last.startTag()))
          : "%s closes nothing: <%s> was closed in line %d already"
              .formatted(tag, shown(name), line(last.endTag()));
    }
    String innerName = shown(inner.name());
    int line = line(inner.startTag());
    return Spelling.nearest(name, List.of(inner.name())).isPresent()
        ? "%s does not close <%s> of line %d; write </%2$s>".formatted(tag, innerName, line)
        : "%s closes nothing: open is <%s> of line %d".formatted(tag, innerName, line);
  }

  private int line(Span span) {
    return file.locate(span).line();
  }
}
