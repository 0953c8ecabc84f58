package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.policy.read.YamlNode.Refused;
import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.policy.read.YamlNode.Sequence;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * Reads YAML text into nodes, from parse events. It accepts one document in the YAML 1.2 core
 * schema. Aliases, anchors, tags, directives, repeated keys and more than 64 levels are problems.
 */
final class YamlReader {
  private static final int DEPTH_LIMIT = 64;
  private static final Map<Tag, YamlNode.Type> TYPES =
      Map.of(
          Tag.INT, YamlNode.Type.WHOLE_NUMBER,
          Tag.FLOAT, YamlNode.Type.FRACTION,
          Tag.BOOL, YamlNode.Type.TRUTH,
          Tag.NULL, YamlNode.Type.NOTHING);

  private final YamlOffsets text;
  private final ProblemCollector problems;
  private final Iterator<Event> events;
  private final CoreScalarResolver resolver = new CoreScalarResolver(false);
  private Span reached = Span.at(0);

  private YamlReader(SourceFile file, ProblemCollector problems) {
    this.text = new YamlOffsets(file.text());
    this.problems = problems;
    LoadSettings settings = LoadSettings.builder().setVersionFunction(version -> version).build();
    this.events = new Parse(settings).parseString(file.text()).iterator();
  }

  /**
   * Reads the root of the first document; empty when the document cannot be read to its end. An
   * empty text gives an empty scalar.
   */
  static Optional<YamlNode> read(SourceFile file, ProblemCollector problems) {
    YamlReader reader = new YamlReader(file, problems);
    try {
      return reader.stream();
    } catch (TooDeep e) {
      problems.add(e.span, "unexpected nesting of more than " + DEPTH_LIMIT + " levels");
    } catch (YamlEngineException | NumberFormatException e) {
      YamlErrors fault = YamlErrors.of(e, reader.text, reader.reached);
      problems.add(fault.span(), fault.message());
    }
    return Optional.empty();
  }

  private Optional<YamlNode> stream() {
    events.next();
    if (!(events.next() instanceof DocumentStartEvent start)) {
      return Optional.of(new Scalar("", YamlNode.Type.NOTHING, Span.at(0)));
    }
    if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
      problems.add(Span.at(text.span(start).start()), "unexpected directive; remove it");
    }
    YamlNode root = node(events.next(), 1);
    events.next();
    Event next = events.next();
    if (!(next instanceof StreamEndEvent)) {
      problems.add(text.span(next), "unexpected second document; use one document for the policy");
    }
    return Optional.of(root);
  }

  private YamlNode node(Event event, int depth) {
    Span span = text.span(event);
    reached = span;
    if (event instanceof AliasEvent alias) {
      problems.add(
          span,
          "unexpected alias %s; write out the value or put the text in quotes"
              .formatted(Quoted.literal("*" + alias.getAlias().getValue())));
      return new Refused(span);
    }
    refuseAnchor((NodeEvent) event);
    if (event instanceof ScalarEvent scalar) {
      return refuseTag(scalar.getTag(), scalar(scalar));
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    if (depth > DEPTH_LIMIT) {
      throw new TooDeep(span);
    }
    YamlNode node =
        start instanceof SequenceStartEvent ? sequence(start, depth) : mapping(start, depth);
    return refuseTag(start.getTag(), node);
  }

  private void refuseAnchor(NodeEvent event) {
    event
        .getAnchor()
        .ifPresent(
            anchor ->
                problems.add(
                    text.span(event),
                    "unexpected anchor %s; remove it"
                        .formatted(Quoted.literal("&" + anchor.getValue()))));
  }

  private YamlNode refuseTag(Optional<String> tag, YamlNode node) {
    if (tag.isEmpty()) {
      return node;
    }
    problems.add(
        node.span(),
        "unexpected tag %s; remove it or put the text in quotes"
            .formatted(Quoted.literal(tag.get().replace(Tag.PREFIX, "!!"))));
    return new Refused(node.span());
  }

  private Scalar scalar(ScalarEvent event) {
    Tag tag = resolver.resolve(event.getValue(), event.isPlain());
    return new Scalar(
        event.getValue(), TYPES.getOrDefault(tag, YamlNode.Type.TEXT), text.span(event));
  }

  private YamlNode sequence(CollectionStartEvent start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event next = events.next();
    while (!(next instanceof CollectionEndEvent)) {
      items.add(node(next, depth + 1));
      next = events.next();
    }
    Span last = items.isEmpty() ? Span.at(0) : items.get(items.size() - 1).span();
    return new Sequence(items, whole(start, last, next));
  }

  private YamlNode mapping(CollectionStartEvent start, int depth) {
    Map<String, Entry> entries = new HashMap<>();
    List<Entry> inOrder = new ArrayList<>();
    Span last = Span.at(0);
    Event next = events.next();
    while (!(next instanceof CollectionEndEvent)) {
      YamlNode key = node(next, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      last = value.span();
      if (isNewKey(key, entries)) {
        Entry entry = new Entry((Scalar) key, value);
        entries.put(entry.key().text(), entry);
        inOrder.add(entry);
      }
      next = events.next();
    }
    return new Mapping(inOrder, whole(start, last, next));
  }

  private boolean isNewKey(YamlNode key, Map<String, Entry> entries) {
    if (!(key instanceof Scalar word)) {
      problems.wrongType("a key", key, "text");
      return false;
    }
    Entry first = entries.get(word.text());
    if (first != null && !problems.isFull()) {
      int line = problems.locate(first.key().span()).line();
      problems.add(
          key.span(),
          "duplicate key %s, first on line %d; remove one of them"
              .formatted(Quoted.literal(word.text()), line));
    }
    return first == null;
  }

  /**
   * Returns the span of a list or map. The parser ends a block where the next one starts; here it
   * ends with its last value.
   */
  private Span whole(CollectionStartEvent start, Span last, Event end) {
    Span first = text.span(start);
    return new Span(first.start(), start.isFlow() ? text.span(end).end() : last.end());
  }

  /** Stops the reading before the stack or the tables of the parser grow too large. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Span span;

    TooDeep(Span span) {
      super(null, null, false, false);
      this.span = span;
    }
  }
}
