package dev.autoheal.xdt;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Node;

/**
 * Which elements of the base an element of a transform means: a path, made as the engine makes it,
 * and what it leads to when it is first followed.
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

  /** What paths are followed in. */
  interface Source {
    List<Node> select(String path, NamespaceScope names) throws TransformException;
  }

  private Locator(
      Optional<Locator> parent, XmlElement element, NamespaceScope around, Source source) {
    this.parent = parent;
    this.element = element;
    this.names = around.in(element);
    this.source = source;
  }

  /** Of the root of a transform. */
  static Locator of(XmlElement root, Source source) {
    return new Locator(Optional.empty(), root, NamespaceScope.NONE, source);
  }

  /** Of an element in this one. */
  Locator at(XmlElement child) {
    return new Locator(Optional.of(this), child, names, source);
  }

  XmlElement element() {
    return element;
  }

  /** Those in the element. */
  NamespaceScope names() {
    return names;
  }

  /** Those around the element. */
  NamespaceScope namesAround() {
    return parent.map(Locator::names).orElse(NamespaceScope.NONE);
  }

  boolean isRoot() {
    return parent.isEmpty();
  }

  Optional<XmlAttribute> attribute(String local) {
    return names.xdt(element, local);
  }

  /** To the elements. */
  String path() throws TransformException {
    if (path.isEmpty()) {
      path = Optional.of(located(true));
    }
    return path.get();
  }

  /** To the parents that an insert adds to. */
  private String parentPath() throws TransformException {
    return located(false);
  }

  /** What is wrong with a locator around the element is found first, even by an absolute path. */
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
        // The engine adds to what the path leads to.
        case "XPath" -> xpath(above, call.argument());
        // A class of the engine, which finds it by its name; documented nowhere.
        case "DefaultLocator" -> toElement ? step(above, "") : above;
        default ->
            throw TransformException.error(
                "%s is no locator that XDT knows".formatted(call.name()));
      };
    } catch (TransformException e) {
      throw e.at(place);
    }
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

  /** The engine escapes nothing. */
  private String match(FunctionCall call) throws TransformException {
    if (call.arguments().isEmpty()) {
      throw TransformException.error("Match takes the name of an attribute");
    }
    StringBuilder predicate = new StringBuilder();
    for (String key : call.arguments()) {
      Optional<XmlAttribute> attribute = element.attribute(key);
      if (attribute.isEmpty()) {
        throw TransformException.error(
            "Match(%s) needs the attribute on this element".formatted(key));
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

  /** What the path leads to, as it was when this was first asked. */
  List<Node> targets() throws TransformException {
    if (targets.isEmpty()) {
      targets = Optional.of(source.select(path(), names));
    }
    return targets.get();
  }

  /** What an insert adds to; only the first is. */
  List<Node> parents() throws TransformException {
    if (isRoot()) {
      throw TransformException.error("the root of a transform has no parent to insert into");
    }
    if (parents.isEmpty()) {
      parents = Optional.of(source.select(parentPath(), names));
    }
    return parents.get();
  }

  /** How many elements there are now that this means; 0 where that cannot be said. */
  int count() {
    try {
      return source.select(path(), names).size();
    } catch (TransformException e) {
      return 0;
    }
  }

  /** The path of the outermost element around, or of this one, that has no target. */
  String lostTarget() throws TransformException {
    Locator lost = this;
    while (lost.parent.isPresent() && lost.parent.get().targets().isEmpty()) {
      lost = lost.parent.get();
    }
    return lost.path();
  }

  /** The path of the outermost element around, or of this one, that has no parent. */
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
