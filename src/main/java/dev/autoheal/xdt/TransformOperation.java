package dev.autoheal.xdt;

import static java.util.stream.Collectors.joining;

import dev.autoheal.text.Quoted;
import dev.autoheal.xdt.TransformMessage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Carries out one {@code xdt:Transform} on the DOM. */
final class TransformOperation {
  private final TransformType type;
  private final FunctionCall call;
  private final Locator locator;
  private final Target target;
  private final BiConsumer<Kind, String> messages;

  /** Gives access to the document that the operation changes. */
  interface Target {
    /**
     * Copies the element of the transform with everything in it.
     *
     * @throws TransformException if the element cannot be copied
     */
    Element clone(Locator locator) throws TransformException;

    /**
     * Copies an attribute.
     *
     * @throws TransformException if the budget is used up
     */
    Attr clone(Attr attribute) throws TransformException;

    /**
     * Returns the nodes that a path finds, in document order. The path can use no prefixes but
     * {@code xml}.
     *
     * @param path the path
     * @param from the node where the path starts
     * @throws TransformException if the path is invalid or too expensive
     */
    List<Node> select(String path, Node from) throws TransformException;

    /**
     * Returns whether a path found something before the first step of this transform.
     *
     * @param locator gives the namespaces of the prefixes in the path
     * @param path the path
     * @throws TransformException if the path is invalid or too expensive
     */
    boolean wasThere(Locator locator, String path) throws TransformException;
  }

  /**
   * Creates an operation.
   *
   * @param type the operation to carry out
   * @param call its name and arguments
   * @param locator finds the elements that it changes
   * @param target the document that it changes
   * @param messages receives the warnings
   */
  TransformOperation(
      TransformType type,
      FunctionCall call,
      Locator locator,
      Target target,
      BiConsumer<Kind, String> messages) {
    this.type = type;
    this.call = call;
    this.locator = locator;
    this.target = target;
    this.messages = messages;
  }

  /**
   * Carries out the operation, and returns whether it changed anything.
   *
   * @throws TransformException if the operation fails; it may have changed some elements by then
   */
  boolean run() throws TransformException {
    try {
      return type.isInsert() ? insert() : change();
    } catch (DOMException e) {
      throw TransformException.error("%s cannot change its target".formatted(type.xmlName()));
    }
  }

  private boolean insert() throws TransformException {
    List<Node> parents = locator.parents();
    if (parents.isEmpty()) {
      throw TransformException.error(missing(locator.lostParent()));
    }
    // The locator must be valid, though only InsertIfMissing uses it.
    locator.path();
    Node parent = parents.get(0);
    switch (type) {
      case INSERT_BEFORE -> {
        Element sibling = sibling(parent);
        sibling.getParentNode().insertBefore(target.clone(locator), sibling);
      }
      case INSERT_AFTER -> {
        Element sibling = sibling(parent);
        sibling.getParentNode().insertBefore(target.clone(locator), sibling.getNextSibling());
      }
      default -> {
        expectNoArguments();
        if (type == TransformType.INSERT_IF_MISSING && !locator.targets().isEmpty()) {
          return false;
        }
        if (!(parent instanceof Element)) {
          throw TransformException.error(
              "%s needs an element to insert into".formatted(type.xmlName()));
        }
        parent.appendChild(target.clone(locator));
      }
    }
    return true;
  }

  private Element sibling(Node parent) throws TransformException {
    String path = call.argument();
    List<Node> found = target.select(path, parent);
    if (found.isEmpty()) {
      throw TransformException.error(
          "%s matches no sibling at %s".formatted(type.xmlName(), XPathEvaluator.quoted(path)));
    }
    if (!(found.get(0) instanceof Element sibling)) {
      throw TransformException.error(
          "%s needs an element at %s".formatted(type.xmlName(), XPathEvaluator.quoted(path)));
    }
    return sibling;
  }

  private boolean change() throws TransformException {
    List<Node> targets = locator.targets();
    if (targets.isEmpty()) {
      warn(missing(locator.lostTarget()));
      return false;
    }
    if (type.takesOne()) {
      if (type == TransformType.REPLACE) {
        expectNoArguments();
      }
      if (targets.size() > 1) {
        warn(
            "%s matches %d elements but changes only the first"
                .formatted(type.xmlName(), targets.size()));
      }
      if (type == TransformType.REMOVE) {
        expectNoArguments();
      }
      change(targets.get(0));
      return true;
    }
    return changeAll(targets);
  }

  /**
   * Changes all nodes. A node that fails does not stop the others; the first failure is thrown at
   * the end.
   */
  private boolean changeAll(List<Node> nodes) throws TransformException {
    boolean changes = false;
    Optional<TransformException> failure = Optional.empty();
    for (Node node : nodes) {
      try {
        changes |= change(node);
      } catch (TransformException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return changes;
  }

  private boolean change(Node node) throws TransformException {
    return switch (type) {
      case REPLACE -> {
        parent(node).replaceChild(target.clone(locator), node);
        yield true;
      }
      case REMOVE -> remove(node);
      case REMOVE_ALL -> {
        expectNoArguments();
        yield remove(node);
      }
      case SET_ATTRIBUTES -> set(node);
      default -> removeAttributes(node);
    };
  }

  private boolean remove(Node node) throws TransformException {
    Node parent = parent(node);
    if (parent instanceof Document) {
      throw TransformException.error("%s cannot remove the root element".formatted(type.xmlName()));
    }
    parent.removeChild(node);
    return true;
  }

  /** Returns the parent of an element, a text or a comment; an attribute has none. */
  private Node parent(Node node) throws TransformException {
    if (node.getParentNode() == null) {
      throw noElement();
    }
    return node.getParentNode();
  }

  private Element element(Node node) throws TransformException {
    if (node instanceof Element element) {
      return element;
    }
    throw noElement();
  }

  private TransformException noElement() throws TransformException {
    return TransformException.error(
        "%s needs an element at %s"
            .formatted(type.xmlName(), XPathEvaluator.quoted(locator.path())));
  }

  private boolean set(Node node) throws TransformException {
    List<Attr> attributes = attributes(target.clone(locator));
    if (attributes.isEmpty()) {
      warn("%s has no attributes to set".formatted(type.xmlName()));
      return false;
    }
    Element element = element(node);
    for (Attr attribute : attributes) {
      if (attribute.getPrefix() != null && element.hasAttribute(attribute.getLocalName())) {
        throw DomBuilder.lostPrefix(attribute.getLocalName());
      }
    }
    for (Attr attribute : attributes) {
      element.setAttributeNodeNS(target.clone(attribute));
    }
    SourceOrigin.change(element);
    return true;
  }

  private boolean removeAttributes(Node node) throws TransformException {
    List<Attr> attributes = attributes(node);
    if (node instanceof Document) {
      throw noElement();
    }
    if (attributes.isEmpty()) {
      warn("%s has no attributes to remove".formatted(type.xmlName()));
      return false;
    }
    Element element = element(node);
    attributes.forEach(element::removeAttributeNode);
    SourceOrigin.change(element);
    return true;
  }

  /**
   * Returns the attributes that the arguments name; all of them if there are no arguments. The
   * engine evaluates each argument as an XPath.
   */
  private List<Attr> attributes(Node node) throws TransformException {
    List<String> arguments = call.arguments().isEmpty() ? List.of("*") : call.arguments();
    if (!call.arguments().isEmpty()) {
      for (String argument : arguments) {
        if (target.select("@" + argument, node).isEmpty()) {
          warn("%s matches no attribute %s".formatted(type.xmlName(), Quoted.literal(argument)));
        }
      }
    }
    List<Attr> found = new ArrayList<>();
    for (Node selected : target.select(arguments.stream().collect(joining("|@", "@", "")), node)) {
      if (!(selected instanceof Attr attribute)) {
        throw TransformException.error("%s needs names of attributes".formatted(type.xmlName()));
      }
      found.add(attribute);
    }
    return found;
  }

  private String missing(String path) throws TransformException {
    return "%s matches nothing at %s%s"
        .formatted(
            type.xmlName(),
            XPathEvaluator.quoted(path),
            target.wasThere(locator, path) ? " after earlier changes" : "");
  }

  private void expectNoArguments() {
    if (!call.arguments().isEmpty()) {
      warn("%s ignores its arguments".formatted(type.xmlName()));
    }
  }

  private void warn(String text) {
    messages.accept(Kind.WARNING, text);
  }
}
