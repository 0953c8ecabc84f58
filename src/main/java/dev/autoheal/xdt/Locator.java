package dev.autoheal.xdt;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Node;

/**
 * Finds the elements of the base that an element of a transform targets. The path is built as the
 * engine builds it. The targets are those of the first time that the path is evaluated.
 */
final class Locator {
  private static final String LOCATOR = "Locator";

  private final Optional<Locator> parent;
  private final XmlElement element;
  private final NamespaceScope names;
  private final Source source;
  private Optional<String> path = Optional.empty();
  private Optional<List<Node>> targets = Optional.empty();
  private Optional<List<Node>> parents = Optional.empty();

  /** Evaluates paths in the document that is transformed. */
  interface Source {
    /**
     * Returns the nodes that a path finds, in document order.
     *
     * @param path an XPath from the root of the document
     * @param names the namespaces of the prefixes in the path
     * @throws TransformException if the path is invalid or too expensive
     */
    List<Node> select(String path, NamespaceScope names) throws TransformException;

    /** Returns whether the transform imports code that may define locators. */
    boolean imports();
  }

  private Locator(
      Optional<Locator> parent, XmlElement element, NamespaceScope around, Source source) {
    this.parent = parent;
    this.element = element;
    this.names = around.in(element);
    this.source = source;
  }

  /**
   * Creates the locator of the root of a transform.
   *
   * @param root the root of the transform
   * @param source evaluates the paths
   */
  static Locator of(XmlElement root, Source source) {
    return new Locator(Optional.empty(), root, NamespaceScope.NONE, source);
  }

  /** Creates the locator of a child of this element. */
  Locator at(XmlElement child) {
    return new Locator(Optional.of(this), child, names, source);
  }

  /** Returns the element of the transform. */
  XmlElement element() {
    return element;
  }

  /** Returns the namespaces in the element, with its own declarations. */
  NamespaceScope names() {
    return names;
  }

  /** Returns the namespaces around the element, without its own declarations. */
  NamespaceScope namesAround() {
    return parent.map(Locator::names).orElse(NamespaceScope.NONE);
  }

  /** Returns whether the element is the root of its transform. */
  boolean isRoot() {
    return parent.isEmpty();
  }

  /**
   * Returns an attribute of the element in the XDT namespace.
   *
   * @param local the name without its prefix
   */
  Optional<XmlAttribute> attribute(String local) {
    return names.xdt(element, local);
  }

  /**
   * Returns the path to the elements that this element targets.
   *
   * @throws TransformException if this locator, or one around it, is invalid
   */
  String path() throws TransformException {
    if (path.isEmpty()) {
      path = Optional.of(located(true));
    }
    return path.get();
  }

  /** Returns the path to the parents that an insert adds to. */
  private String parentPath() throws TransformException {
    return located(false);
  }

  /**
   * Builds a path. An error in a locator around the element is found first, even if this path is
   * absolute.
   */
  private String located(boolean toElement) throws TransformException {
    String above = parent.isPresent() ? parent.get().path() : "";
    Optional<XmlAttribute> locator = attribute(LOCATOR);
    if (locator.isEmpty()) {
      return toElement ? step(above, "") : above;
    }
    Span place = locator.get().valueSpan();
    try {
      FunctionCall call = FunctionCall.of(locator.get().value());
      return switch (call.name()) {
        case "Match" -> toElement ? step(above, match(call)) : above;
        case "Condition" -> toElement ? step(above, bracketed(call.argument())) : above;
        // The engine adds to the elements that the path finds.
        case "XPath" -> xpath(above, call.argument());
        // The engine finds its own class by name; it is not documented.
        case "DefaultLocator" -> toElement ? step(above, "") : above;
        default -> throw unknown(call.name());
      };
    } catch (TransformException e) {
      throw e.at(place);
    }
  }

  private TransformException unknown(String name) {
    return source.imports()
        ? TransformException.unfollowed("autoheal does not support locator " + Quoted.literal(name))
        : TransformException.error("unknown locator " + Quoted.literal(name));
  }

  private String step(String above, String predicate) {
    return above + (above.endsWith("/") ? "" : "/") + name() + predicate;
  }

  private String name() {
    boolean isDefault =
        NamespaceScope.prefix(element.name()).isEmpty()
            && !names.ofElement(element.name()).isEmpty();
    return isDefault ? NamespaceScope.DEFAULT + ":" + element.name() : element.name();
  }

  /** Builds the predicate of {@code Match}. Like the engine, this escapes nothing. */
  private String match(FunctionCall call) throws TransformException {
    if (call.arguments().isEmpty()) {
      throw TransformException.error("Match needs the name of an attribute");
    }
    StringBuilder predicate = new StringBuilder();
    for (String key : call.arguments()) {
      Optional<XmlAttribute> attribute = element.attribute(key);
      if (attribute.isEmpty()) {
        throw TransformException.error(
            "Match needs attribute %s on this element".formatted(Quoted.literal(key)));
      }
      predicate
          .append(predicate.isEmpty() ? "" : " and ")
          .append("@%s='%s'".formatted(key, attribute.get().value()));
    }
    return bracketed(predicate.toString());
  }

  private static String bracketed(String predicate) {
    return (predicate.startsWith("[") ? "" : "[")
        + predicate
        + (predicate.endsWith("]") ? "" : "]");
  }

  private String xpath(String above, String argument) {
    return argument.startsWith("/")
        ? argument
        : (step(above, "") + "/" + argument).replace("/./", "/");
  }

  /**
   * Returns the nodes that the path found when this method was first called.
   *
   * @throws TransformException if the path is invalid or too expensive
   */
  List<Node> targets() throws TransformException {
    if (targets.isEmpty()) {
      targets = Optional.of(source.select(path(), names));
    }
    return targets.get();
  }

  /**
   * Returns the nodes that an insert can add to; it adds only to the first one. The result of the
   * first call is kept.
   *
   * @throws TransformException if the element is the root, or if the path is invalid or too
   *     expensive
   */
  List<Node> parents() throws TransformException {
    if (isRoot()) {
      throw TransformException.error("the root element has no parent to insert into");
    }
    if (parents.isEmpty()) {
      parents = Optional.of(source.select(parentPath(), names));
    }
    return parents.get();
  }

  /** Returns how many elements this element matches now; 0 if the path cannot be evaluated. */
  int count() {
    try {
      return source.select(path(), names).size();
    } catch (TransformException e) {
      return 0;
    }
  }

  /**
   * Returns the path of the outermost element without a target: this one, or one around it.
   *
   * @throws TransformException if a path is invalid or too expensive
   */
  String lostTarget() throws TransformException {
    Locator lost = this;
    while (lost.parent.isPresent() && lost.parent.get().targets().isEmpty()) {
      lost = lost.parent.get();
    }
    return lost.path();
  }

  /**
   * Returns the path of the outermost element without a parent in the base: this one, or one around
   * it.
   *
   * @throws TransformException if a path is invalid or too expensive
   */
  String lostParent() throws TransformException {
    Locator lost = this;
    while (lost.parent.isPresent()
        && !lost.parent.get().isRoot()
        && lost.parent.get().parents().isEmpty()) {
      lost = lost.parent.get();
    }
    return lost.path();
  }
}
