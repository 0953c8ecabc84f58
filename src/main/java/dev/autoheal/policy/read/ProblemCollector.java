package dev.autoheal.policy.read;

import dev.autoheal.finding.Problem;
import dev.autoheal.text.Location;
import dev.autoheal.text.QuotedLine;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is wrong with one policy, as it comes to light; what repeats counts once. */
final class ProblemCollector {
  /** Nobody reads more, and a hostile file could have a hundred thousand. */
  private static final int LIMIT = 100;

  private final SourceFile file;
  private final Optional<Location> only;
  private final SortedSet<Problem> found = new TreeSet<>();
  private final Map<Integer, String> sourceLines = new HashMap<>();

  ProblemCollector(SourceFile file) {
    this(file, null);
  }

  /** Of a text that nobody sees: all its places are one. */
  ProblemCollector(SourceFile file, Location only) {
    this.file = file;
    this.only = Optional.ofNullable(only);
  }

  void add(Span span, String message) {
    if (!isFull()) {
      add(locate(span), message);
    }
  }

  void add(Location place, String message) {
    if (!isFull()) {
      found.add(new Problem(place, message));
    }
  }

  /** Says what {@code node} is and what should stand there; nothing if it was refused already. */
  void wrongType(String name, YamlNode node, String expected) {
    if (!(node instanceof YamlNode.Refused)) {
      add(node.span(), "%s is %s, %s was expected".formatted(name, seen(node), expected));
    }
  }

  private static String seen(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.type() != YamlNode.Type.NOTHING
        ? QuotedLine.of(scalar.text())
        : node.kind();
  }

  /** Whether more would go unseen, so that looking for them is idle. */
  boolean isFull() {
    return found.size() >= LIMIT;
  }

  /** All places on one line share its text: a policy can be one line of 256 KB. */
  Location locate(Span span) {
    if (only.isPresent()) {
      return only.get();
    }
    Location at = file.locate(span);
    String line = sourceLines.computeIfAbsent(at.line(), number -> at.sourceLine());
    return at.showing(line);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> sorted() {
    return List.copyOf(found);
  }
}
