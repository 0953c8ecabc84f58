package dev.autoheal.xdt;

import dev.autoheal.text.Span;
import dev.autoheal.text.Spelling;
import dev.autoheal.xdt.TransformMessage.Kind;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Applies transforms to a document, one after the other, as the engine of XDT does: element by
 * element, a step that fails fails the whole and is passed over.
 */
public final class Transformer {
  /** Known to some versions of the engine, and documented for none. */
  private static final Set<String> OTHER_VERBS = Set.of("CommentOut", "SetTokenizedAttributes");

  private final WorkBudget work = new WorkBudget();
  private final XPathEvaluator paths = new XPathEvaluator(work);
  private final DomBuilder nodes = new DomBuilder(work);
  private final List<TransformMessage> messages = new ArrayList<>();
  private final List<TransformStep> steps = new ArrayList<>();

  private final Predicate<XmlElement> matters;

  private Transformer(Predicate<XmlElement> matters) {
    this.matters = matters;
  }

  /** What the transforms make of a base, in their order. */
  public static TransformResult of(XmlDocument base, List<XmlDocument> transforms) {
    return of(base, transforms, element -> true);
  }

  /**
   * What they make of a part of it.
   *
   * @param matters the elements of a transform that bear on that part; what is to be done with
   *     those that hold none, and lie in none, is left undone
   */
  public static TransformResult of(
      XmlDocument base, List<XmlDocument> transforms, Predicate<XmlElement> matters) {
    return new Transformer(matters).apply(base, transforms);
  }

  private TransformResult apply(XmlDocument base, List<XmlDocument> transforms) {
    try {
      nodes.root(base);
    } catch (TransformException e) {
      Span start = transforms.get(0).root().startTag();
      messages.add(new TransformMessage(e.kind(), transforms.get(0).file(), start, e.getMessage()));
      return result(base, SourceMap.none(base));
    }
    for (XmlDocument transform : transforms) {
      new OneTransform(transform).apply();
    }
    DomSerializer text = DomSerializer.of(base, nodes.document());
    Optional<XmlDocument> read = text.read();
    if (read.isEmpty()) {
      XmlDocument last = transforms.get(transforms.size() - 1);
      messages.add(
          new TransformMessage(
              Kind.UNFOLLOWED,
              last.file(),
              last.root().startTag(),
              "what results cannot be written, so the base is shown"));
    }
    return read.map(document -> result(document, text.origins()))
        .orElseGet(() -> result(base, SourceMap.none(base)));
  }

  private TransformResult result(XmlDocument document, SourceMap origins) {
    return new TransformResult(document, origins, messages, steps);
  }

  private final class OneTransform implements Locator.Source, TransformOperation.Target {
    private final XmlDocument transform;
    private final Document before;
    private boolean imports;

    OneTransform(XmlDocument transform) {
      this.transform = transform;
      this.before = (Document) nodes.document().cloneNode(true);
    }

    void apply() {
      if (!transform.declaresXdt()) {
        String text = "the namespace %s is not declared, so nothing in this file is done";
        add(Kind.NOTE, transform.root().startTag(), text.formatted(XmlDocument.XDT));
        return;
      }
      tags(transform.root(), NamespaceScope.NONE);
      handle(Locator.of(transform.root(), this));
    }

    private void add(Kind kind, Span span, String text) {
      messages.add(new TransformMessage(kind, transform.file(), span, text));
    }

    /** Elements that are there for the engine. */
    private void tags(XmlElement element, NamespaceScope around) {
      NamespaceScope names = around.in(element);
      if (names.ofElement(element.name()).equals(XmlDocument.XDT)) {
        boolean isImport = NamespaceScope.local(element.name()).equals("Import");
        imports |= isImport;
        add(
            isImport ? Kind.UNFOLLOWED : Kind.WARNING,
            element.startTag(),
            isImport
                ? "the code that this imports is not run"
                : "%s is no element that XDT knows".formatted(element.name()));
      }
      element.elements().forEach(child -> tags(child, names));
    }

    private void handle(Locator aim) {
      if (work.isDone()) {
        return;
      }
      Optional<XmlAttribute> attribute = aim.attribute("Transform");
      try {
        if (attribute.isPresent()) {
          take(aim, attribute.get());
        }
      } catch (TransformException e) {
        add(e.kind(), e.placeOr(attribute.orElseThrow().valueSpan()), e.getMessage());
        return;
      }
      aim.element().elements().stream()
          .filter(child -> Stream.concat(child.lineage(), child.descendants()).anyMatch(matters))
          .forEach(child -> handle(aim.at(child)));
    }

    /**
     * Takes a step, and says what became of it.
     *
     * @throws TransformException if nobody knows the step; the engine then passes over what is in
     *     the element
     */
    private void take(Locator aim, XmlAttribute attribute) throws TransformException {
      FunctionCall call = FunctionCall.of(attribute.value());
      Optional<TransformType> verb = TransformType.of(call.name());
      if (verb.isEmpty()) {
        throw unknown(call.name());
      }
      boolean isQuiet = suppressesWarnings(aim);
      Span place = attribute.valueSpan();
      TransformOperation operation =
          new TransformOperation(
              verb.get(),
              call,
              aim,
              this,
              (kind, text) -> {
                if (!isQuiet) {
                  add(kind, place, text);
                }
              });
      try {
        int there = verb.get().isInsert() ? aim.count() : 0;
        boolean changes = operation.run();
        int targets = verb.get().isInsert() ? there : aim.targets().size();
        steps.add(new TransformStep(transform, aim.element(), verb.get(), targets, changes));
      } catch (TransformException e) {
        add(e.kind(), e.placeOr(place), e.getMessage());
      }
    }

    private TransformException unknown(String name) {
      if (imports || OTHER_VERBS.contains(name)) {
        return TransformException.unfollowed(
            "%s is not a transform that is followed here".formatted(name));
      }
      List<String> words = Arrays.stream(TransformType.values()).map(TransformType::word).toList();
      return TransformException.error(
          "%s is no transform that XDT knows%s"
              .formatted(
                  name,
                  Spelling.nearest(name, words).map("; did you mean %s?"::formatted).orElse("")));
    }

    /** The engine spells the attribute so, and reads it as .NET reads a truth value. */
    private boolean suppressesWarnings(Locator aim) throws TransformException {
      Optional<XmlAttribute> attribute = aim.attribute("SupressWarnings");
      if (attribute.isEmpty()) {
        return false;
      }
      String value = attribute.get().value().strip();
      if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
        return value.equalsIgnoreCase("true");
      }
      throw TransformException.error("SupressWarnings is true or false, not %s".formatted(value))
          .at(attribute.get().valueSpan());
    }

    @Override
    public List<Node> select(String path, NamespaceScope names) throws TransformException {
      return paths.select(path, nodes.document(), names, nodes.size());
    }

    @Override
    public List<Node> select(String path, Node from) throws TransformException {
      return paths.select(path, from, NamespaceScope.NONE, nodes.size());
    }

    @Override
    public boolean wasThere(Locator aim, String path) throws TransformException {
      return !paths.select(path, before, aim.names(), nodes.size()).isEmpty();
    }

    @Override
    public Element clone(Locator aim) throws TransformException {
      return nodes.clone(transform, aim.element(), aim.namesAround());
    }

    @Override
    public Attr clone(Attr attribute) throws TransformException {
      return nodes.clone(attribute);
    }
  }
}
