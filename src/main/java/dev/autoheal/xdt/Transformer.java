package dev.autoheal.xdt;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.text.Spelling;
import dev.autoheal.xdt.TransformMessage.Kind;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Applies transforms to a document, one after the other, as the XDT engine does. It goes from
 * element to element. A step that fails makes the whole transform fail, and is skipped.
 */
public final class Transformer {
  private final WorkBudget budget = new WorkBudget();
  private final XPathEvaluator paths = new XPathEvaluator(budget);
  private final DomBuilder nodes = new DomBuilder(budget);
  private final List<TransformMessage> messages = new ArrayList<>();
  private final List<TransformStep> steps = new ArrayList<>();

  private final Predicate<XmlElement> isRelevant;

  private Transformer(Predicate<XmlElement> isRelevant) {
    this.isRelevant = isRelevant;
  }

  /**
   * Applies transforms to a base.
   *
   * @param base the document to transform, which is not changed
   * @param transforms at least one transform, in the order in which they apply
   */
  public static TransformResult of(XmlDocument base, List<XmlDocument> transforms) {
    return of(base, transforms, element -> true);
  }

  /**
   * Applies the operations of transforms that affect a part of a base.
   *
   * @param base the document to transform, which is not changed
   * @param transforms at least one transform, in the order in which they apply
   * @param isRelevant selects the elements of a transform that affect that part; other elements are
   *     skipped if they neither contain a selected one nor are inside one
   */
  public static TransformResult of(
      XmlDocument base, List<XmlDocument> transforms, Predicate<XmlElement> isRelevant) {
    return new Transformer(isRelevant).apply(base, transforms);
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
              "the result is not valid XML, so autoheal uses the base"));
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

    /** Runs the steps of the transform, if it declares the XDT namespace. */
    void apply() {
      if (!transform.declaresXdt()) {
        String text =
            "missing namespace of XDT, so the transform does nothing; add xmlns:xdt=\"%s\"";
        add(Kind.NOTE, transform.root().startTag(), text.formatted(XmlDocument.XDT));
        return;
      }
      tags(transform.root(), NamespaceScope.NONE);
      handle(Locator.of(transform.root(), this));
    }

    private void add(Kind kind, Span span, String text) {
      messages.add(new TransformMessage(kind, transform.file(), span, text));
    }

    /** Reports the elements in an element that are only for the engine. */
    private void tags(XmlElement element, NamespaceScope around) {
      NamespaceScope names = around.in(element);
      if (names.ofElement(element.name()).equals(XmlDocument.XDT)) {
        boolean isImport = NamespaceScope.local(element.name()).equals("Import");
        imports |= isImport;
        add(
            isImport ? Kind.NOTE : Kind.WARNING,
            element.startTag(),
            isImport
                ? "autoheal does not run the imported code"
                : "unknown XDT element " + Quoted.element(element.name()));
      }
      element.elements().forEach(child -> tags(child, names));
    }

    private void handle(Locator locator) {
      if (budget.isDone()) {
        return;
      }
      Optional<XmlAttribute> attribute = locator.attribute("Transform");
      try {
        if (attribute.isPresent()) {
          take(locator, attribute.get());
        }
      } catch (TransformException e) {
        add(e.kind(), e.placeOr(attribute.orElseThrow().valueSpan()), e.getMessage());
        return;
      }
      locator.element().elements().stream()
          .filter(child -> Stream.concat(child.lineage(), child.descendants()).anyMatch(isRelevant))
          .forEach(child -> handle(locator.at(child)));
    }

    /**
     * Runs a step and reports what happened.
     *
     * @throws TransformException if the step is unknown; the engine then skips everything in the
     *     element
     */
    private void take(Locator locator, XmlAttribute attribute) throws TransformException {
      FunctionCall call = FunctionCall.of(attribute.value());
      Optional<TransformType> type =
          TransformType.named(call.name()).filter(TransformType::isSupported);
      if (type.isEmpty()) {
        throw unknown(call.name());
      }
      boolean isQuiet = suppressesWarnings(locator);
      Span place = attribute.valueSpan();
      TransformOperation operation =
          new TransformOperation(
              type.get(),
              call,
              locator,
              this,
              (kind, text) -> {
                if (!isQuiet) {
                  add(kind, place, text);
                }
              });
      try {
        int there = type.get().isInsert() ? locator.count() : 0;
        boolean changes = operation.run();
        int targets = type.get().isInsert() ? there : locator.targets().size();
        steps.add(new TransformStep(transform, locator.element(), type.get(), targets, changes));
      } catch (TransformException e) {
        add(e.kind(), e.placeOr(place), e.getMessage());
      }
    }

    private TransformException unknown(String name) {
      if (imports || TransformType.named(name).isPresent()) {
        return TransformException.unfollowed(
            "autoheal does not support transform " + Quoted.literal(name));
      }
      List<String> names =
          Stream.of(TransformType.values())
              .filter(TransformType::isSupported)
              .map(TransformType::xmlName)
              .toList();
      return TransformException.error(
          "unknown transform %s%s"
              .formatted(
                  Quoted.literal(name),
                  Spelling.nearest(name, names).map("; did you mean %s?"::formatted).orElse("")));
    }

    /**
     * Returns whether the element suppresses warnings. The misspelled name is that of the engine,
     * which reads the value as .NET reads a Boolean.
     */
    private boolean suppressesWarnings(Locator locator) throws TransformException {
      Optional<XmlAttribute> attribute = locator.attribute("SupressWarnings");
      if (attribute.isEmpty()) {
        return false;
      }
      String value = attribute.get().value().strip();
      if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
        return value.equalsIgnoreCase("true");
      }
      throw TransformException.error(
              "expected true or false, got " + Quoted.attribute("SupressWarnings", value))
          .at(attribute.get().valueSpan());
    }

    @Override
    public boolean imports() {
      return imports;
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
    public boolean wasThere(Locator locator, String path) throws TransformException {
      return !paths.select(path, before, locator.names(), nodes.size()).isEmpty();
    }

    @Override
    public Element clone(Locator locator) throws TransformException {
      return nodes.clone(transform, locator.element(), locator.namesAround());
    }

    @Override
    public Attr clone(Attr attribute) throws TransformException {
      return nodes.clone(attribute);
    }
  }
}
