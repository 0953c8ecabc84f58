package dev.autoheal.rule;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the comments of a document that suppress findings, and the scope of each. A comment covers
 * the line below it, and a start tag that begins there. A comment before all elements of the
 * section covers the whole section.
 */
final class SuppressionComments {
  private final SuppressionParser reader;
  private final String text;
  private final NavigableMap<Integer, Placed> comments = new TreeMap<>();
  private final NavigableMap<Integer, Span> startTags = new TreeMap<>();
  private final NavigableSet<Integer> lines = new TreeSet<>();
  private final Map<Integer, Span> scopesOfLines = new HashMap<>();

  /**
   * A suppression comment in the document.
   *
   * @param parent the element that holds the comment; empty outside of the root
   */
  private record Placed(SuppressionComment comment, Span at, Optional<XmlElement> parent) {}

  /**
   * A suppression comment and its scope.
   *
   * @param comment the content of the comment
   * @param at the span of the comment
   * @param scope the span in which the suppressed findings start
   */
  record Scoped(SuppressionComment comment, Span at, Span scope) {}

  private SuppressionComments(XmlDocument document, SuppressionParser reader) {
    this.reader = reader;
    this.text = document.file().text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        lines.add(i + 1);
      }
    }
    add(document.nodes(), Optional.empty());
    document
        .root()
        .descendants()
        .forEach(
            element -> {
              startTags.put(element.startTag().start(), element.startTag());
              add(element.children(), Optional.of(element));
            });
  }

  /**
   * Finds the suppression comments of a document, in document order. Most documents have none and
   * are not searched further.
   */
  static List<Scoped> in(XmlDocument document, SuppressionParser reader) {
    return SuppressionParser.mayBeIn(document.file().text())
        ? new SuppressionComments(document, reader).scoped()
        : List.of();
  }

  private void add(List<XmlNode> nodes, Optional<XmlElement> parent) {
    for (XmlNode node : nodes) {
      if (node.is(XmlNode.Kind.COMMENT)) {
        Span at = node.span();
        reader
            .read(text.substring(at.start() + "<!--".length(), at.end() - "-->".length()))
            .ifPresent(found -> comments.put(at.start(), new Placed(found, at, parent)));
      }
    }
  }

  /**
   * Resolves the scopes from the last comment up, since a comment above another one has the scope
   * of that one.
   */
  private List<Scoped> scoped() {
    Map<Integer, Span> scopes = new HashMap<>();
    List<Scoped> scoped = new ArrayList<>();
    for (Placed comment : comments.descendingMap().values()) {
      Span scope =
          comment
              .parent
              .filter(parent -> isFirst(comment.at, parent))
              .map(XmlElement::span)
              .orElseGet(() -> below(nextLine(comment.at.end()), scopes));
      scopes.put(comment.at.start(), scope);
      scoped.add(new Scoped(comment.comment, comment.at, scope));
    }
    Collections.reverse(scoped);
    return scoped;
  }

  private static boolean isFirst(Span comment, XmlElement parent) {
    return parent.name().equalsIgnoreCase("monitoring")
        && parent.elements().stream()
            .limit(1)
            .allMatch(element -> element.startTag().start() > comment.start());
  }

  /**
   * Returns the scope of all comments above a line. It is worked out once: a line above may hold
   * thousands of comments.
   */
  private Span below(int line, Map<Integer, Span> scopes) {
    Span known = scopesOfLines.get(line);
    if (known == null) {
      known = scopeOfLine(line, scopes);
      scopesOfLines.put(line, known);
    }
    return known;
  }

  /** Returns a line, extended to the end of the last start tag that begins there. */
  private Span scopeOfLine(int start, Map<Integer, Span> scopes) {
    int content = start;
    while (content < text.length() && " \t".indexOf(text.charAt(content)) >= 0) {
      content++;
    }
    if (scopes.containsKey(content)) {
      return scopes.get(content);
    }
    int end = nextLine(start);
    return startTags.subMap(start, end).isEmpty()
        ? new Span(start, end)
        : new Span(start, Math.max(end, startTags.lowerEntry(end).getValue().end()));
  }

  /**
   * Returns the start of the line after that of {@code offset}, or the end of the text after the
   * last line.
   */
  private int nextLine(int offset) {
    return Optional.ofNullable(lines.higher(offset)).orElse(text.length());
  }
}
