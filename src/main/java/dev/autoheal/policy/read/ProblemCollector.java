package dev.autoheal.policy.read;

import dev.autoheal.finding.Problem;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the problems of one policy file. Equal problems count once, and problems beyond 100 are
 * dropped.
 */
final class ProblemCollector {
  /** The most problems that are kept. A hostile file could have a hundred thousand. */
  private static final int LIMIT = 100;

  private final SourceFile file;
  private final Optional<Location> only;
  private final SortedSet<Problem> found = new TreeSet<>();
  private final Map<Integer, String> sourceLines = new HashMap<>();

  /** Creates a collector whose locations are in {@code file}. */
  ProblemCollector(SourceFile file) {
    this(file, null);
  }

  /**
   * Creates a collector for a text that users never see.
   *
   * @param only the location that all spans of the text get
   */
  ProblemCollector(SourceFile file, Location only) {
    this.file = file;
    this.only = Optional.ofNullable(only);
  }

  /** Adds a problem at a span, unless this collector is full. */
  void add(Span span, String message) {
    if (!isFull()) {
      add(locate(span), message);
    }
  }

  /** Adds a problem at a location, unless this collector is full. */
  void add(Location place, String message) {
    if (!isFull()) {
      found.add(new Problem(place, message));
    }
  }

  /**
   * Adds a problem that says what {@code node} is and what was expected. Nothing is added for a
   * node that was refused already.
   *
   * @param name the name of the node in messages
   * @param expected the expected value, as a noun phrase
   */
  void wrongType(String name, YamlNode node, String expected) {
    if (!(node instanceof YamlNode.Refused)) {
      add(node.span(), Expected.message(expected, name, seen(node)));
    }
  }

  private static String seen(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.type() != YamlNode.Type.NOTHING
        ? Quoted.literal(scalar.text())
        : node.kind();
  }

  /** Returns whether further problems would be dropped, so that a search for them is useless. */
  boolean isFull() {
    return found.size() >= LIMIT;
  }

  /**
   * Returns the location of a span with its source line. All locations on one line share its text,
   * because a policy can be one line of 256 KB.
   */
  Location locate(Span span) {
    if (only.isPresent()) {
      return only.get();
    }
    Location at = file.locate(span);
    String line = sourceLines.computeIfAbsent(at.line(), number -> file.excerpt(span).sourceLine());
    return new Location(at.path(), at.start(), at.end(), line);
  }

  /** Returns whether no problem was added. */
  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns the problems, sorted by location and then by message. */
  List<Problem> sorted() {
    return List.copyOf(found);
  }
}
