package dev.autoheal.xml;

import dev.autoheal.text.Edit;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlNode.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Collects the elements that are removed from and added to the children of one element. */
final class ChildEdits {
  private final XmlElement parent;
  private final XmlDocument document;
  private final String text;
  private final Set<XmlElement> removed = new HashSet<>();
  private final Set<XmlElement> moved = new HashSet<>();
  private final List<BiFunction<String, XmlStyle, String>> appended = new ArrayList<>();

  /** Creates a collection without changes to the children of {@code parent}. */
  ChildEdits(XmlElement parent, XmlDocument document) {
    this.parent = parent;
    this.document = document;
    this.text = document.file().text();
  }

  /** Removes a child. The comments inside it are kept in its place. */
  void remove(XmlElement child) {
    removed.add(child);
  }

  /** Removes a child with all of its content, because it is written elsewhere. */
  void moveAway(XmlElement child) {
    removed.add(child);
    moved.add(child);
  }

  /**
   * Adds a child after the last child element.
   *
   * @param child writes the child, given the white space before it and the style of the XML around
   *     it
   */
  void append(BiFunction<String, XmlStyle, String> child) {
    appended.add(child);
  }

  /**
   * Returns the removals in document order, then the insertion of all new children, if there are
   * any.
   */
  List<Edit> edits() {
    List<Edit> edits = removals();
    if (!appended.isEmpty()) {
      edits.add(insertion());
    }
    return edits;
  }

  /** Removes adjacent elements with one edit, together with the white space between them. */
  private List<Edit> removals() {
    List<Edit> edits = new ArrayList<>();
    List<XmlElement> run = new ArrayList<>();
    for (XmlNode child : parent.children()) {
      if (child instanceof XmlElement element && removed.contains(element)) {
        run.add(element);
      } else if (!run.isEmpty() && !child.is(Kind.WHITE_SPACE)) {
        edits.add(removal(run));
        run.clear();
      }
    }
    if (!run.isEmpty()) {
      edits.add(removal(run));
    }
    return edits;
  }

  /**
   * Removes a run of elements. The comments inside them replace them, except those of moved
   * elements.
   */
  private Edit removal(List<XmlElement> run) {
    XmlElement first = run.get(0);
    Span span = new Span(first.span().start(), run.get(run.size() - 1).span().end());
    List<String> comments =
        run.stream()
            .filter(element -> !moved.contains(element))
            .flatMap(XmlElement::comments)
            .toList();
    return comments.isEmpty()
        ? Edit.remove(widened(span))
        : new Edit(span, String.join(XmlStyle.lead(text, span.start()), comments));
  }

  /**
   * Widens the span to whole lines if nothing else is on them. Otherwise it includes the spaces and
   * tabs on one side.
   */
  private Span widened(Span span) {
    int start = span.start();
    while (start > 0 && XmlStyle.isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = spacesEnd(span.end());
    boolean first = start > 0 && isBreak(start - 1);
    if (first && isBreak(end)) {
      return new Span(start, end + (text.startsWith("\r\n", end) ? 2 : 1));
    }
    return first ? new Span(span.start(), end) : new Span(start, span.end());
  }

  private Edit insertion() {
    XmlStyle style = XmlStyle.around(parent, document);
    String closing = outerLead(style);
    Optional<XmlNode> anchor =
        last(node -> node instanceof XmlElement && !removed.contains(node)).or(this::lastComment);
    String lead =
        last(node -> node instanceof XmlElement && isFirstOnLine(node))
            .or(() -> last(node -> node.is(Kind.COMMENT) && isFirstOnLine(node)))
            .or(() -> anchor)
            .or(() -> last(XmlElement.class::isInstance))
            .map(node -> XmlStyle.lead(text, node.span().start()))
            .orElseGet(() -> style.deeper(closing));
    StringBuilder written = new StringBuilder();
    appended.forEach(child -> written.append(child.apply(lead, style)));
    if (parent.isSelfClosed()) {
      return opened(written + closing);
    }
    if (anchor.isPresent()) {
      return Edit.insert(behind(anchor.get()), written.toString());
    }
    boolean empty = spacesEnd(parent.content().start()) == parent.content().end();
    return empty
        ? new Edit(parent.content(), written + closing)
        : Edit.insert(parent.content().start(), written.toString());
  }

  /**
   * Returns the white space before the parent's start tag, for its end tag. For a root it always
   * contains a line break.
   */
  private String outerLead(XmlStyle style) {
    String lead = XmlStyle.lead(text, parent.startTag().start());
    return parent.parent().isEmpty() && !XmlStyle.breaks(lead) ? style.lineBreak() : lead;
  }

  private Optional<XmlNode> lastComment() {
    return last(node -> node.is(Kind.COMMENT));
  }

  private Optional<XmlNode> last(Predicate<XmlNode> condition) {
    List<XmlNode> backwards = new ArrayList<>(parent.children());
    Collections.reverse(backwards);
    return backwards.stream().filter(condition).findFirst();
  }

  private boolean isFirstOnLine(XmlNode node) {
    return XmlStyle.breaks(XmlStyle.lead(text, node.span().start()));
  }

  private Edit opened(String content) {
    int slash = parent.startTag().end() - 2;
    while (XmlText.isSpace(text.charAt(slash - 1))) {
      slash--;
    }
    return new Edit(
        new Span(slash, parent.startTag().end()), ">" + content + "</" + parent.name() + ">");
  }

  /**
   * Returns the offset after a node, after the comments that begin on its line, and after the
   * spaces at the end of that line.
   */
  private int behind(XmlNode node) {
    int end = node.span().end();
    List<XmlNode> children = parent.children();
    for (XmlNode next : children.subList(children.indexOf(node) + 1, children.size())) {
      if (next.is(Kind.COMMENT)) {
        end = next.span().end();
      } else if (!next.is(Kind.WHITE_SPACE) || XmlStyle.breaks(next.span().of(text))) {
        break;
      }
    }
    return isBreak(spacesEnd(end)) ? spacesEnd(end) : end;
  }

  private int spacesEnd(int from) {
    int end = from;
    while (end < text.length() && XmlStyle.isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean isBreak(int at) {
    return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
  }
}
