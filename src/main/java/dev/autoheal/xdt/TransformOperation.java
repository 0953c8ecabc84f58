package dev.autoheal.xdt;

import static java.util.stream.Collectors.joining;

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

/** One {@code xdt:Transform}, on the DOM. */
final class TransformOperation {
  private final TransformType verb;
  private final FunctionCall call;
  private final Locator aim;
  private final Target target;
  private final BiConsumer<Kind, String> messages;

  /** What it is done to. */
  interface Target {
    /** The element of the transform with all that is in it, made anew. */
    Element clone(Locator aim) throws TransformException;

    Attr clone(Attr attribute) throws TransformException;

    List<Node> select(String path, Node from) throws TransformException;

    /** Whether a path led somewhere before the first step of this transform. */
    boolean wasThere(Locator aim, String path) throws TransformException;
  }

  TransformOperation(
      TransformType verb,
      FunctionCall call,
      Locator aim,
      Target target,
      BiConsumer<Kind, String> messages) {
    this.verb = verb;
    this.call = call;
    this.aim = aim;
    this.target = target;
    this.messages = messages;
  }

  /** Does it, and says whether that made a difference. */
  boolean run() throws TransformException {
    try {
      return verb.isInsert() ? insert() : change();
    } catch (DOMException e) {
      throw TransformException.error("%s cannot be done to what it finds".formatted(verb.word()));
    }
  }

  private boolean insert() throws TransformException {
    List<Node> parents = aim.parents();
    if (parents.isEmpty()) {
      throw TransformException.error(missing(aim.lostParent()));
    }
    // The locator must be right, though only InsertIfMissing follows it.
    aim.path();
    Node parent = parents.get(0);
    switch (verb) {
      case INSERT_BEFORE -> {
        Element sibling = sibling(parent);
        sibling.getParentNode().insertBefore(target.clone(aim), sibling);
      }
      case INSERT_AFTER -> {
        Element sibling = sibling(parent);
        sibling.getParentNode().insertBefore(target.clone(aim), sibling.getNextSibling());
      }
      default -> {
        expectNoArguments();
        if (verb == TransformType.INSERT_IF_MISSING && !aim.targets().isEmpty()) {
          return false;
        }
        if (!(parent instanceof Element)) {
          throw TransformException.error(
              "%s finds no element to insert into".formatted(verb.word()));
        }
        parent.appendChild(target.clone(aim));
      }
    }
    return true;
  }

  private Element sibling(Node parent) throws TransformException {
    String path = call.argument();
    List<Node> found = target.select(path, parent);
    if (found.isEmpty()) {
      throw TransformException.error(
          "nothing matches %s, which %s needs".formatted(path, verb.word()));
    }
    if (!(found.get(0) instanceof Element sibling)) {
      throw TransformException.error(
          "%s leads to no element, which %s needs".formatted(path, verb.word()));
    }
    return sibling;
  }

  private boolean change() throws TransformException {
    List<Node> targets = aim.targets();
    if (targets.isEmpty()) {
      warn("%s, so %s does nothing".formatted(missing(aim.lostTarget()), verb.word()));
      return false;
    }
    if (verb.takesOne()) {
      if (verb == TransformType.REPLACE) {
        expectNoArguments();
      }
      if (targets.size() > 1) {
        warn(
            "%s finds %d elements and takes only the first".formatted(verb.word(), targets.size()));
      }
      if (verb == TransformType.REMOVE) {
        expectNoArguments();
      }
      change(targets.get(0));
      return true;
    }
    return changeAll(targets);
  }

  /** One that fails holds back none of the others. */
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
    return switch (verb) {
      case REPLACE -> {
        parent(node).replaceChild(target.clone(aim), node);
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
      throw TransformException.error(
          "%s takes the root away, so that nothing is left".formatted(verb.word()));
    }
    parent.removeChild(node);
    return true;
  }

  /** Of an element, a text or a comment; an attribute has none. */
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
    return TransformException.error("%s finds no element at %s".formatted(verb.word(), aim.path()));
  }

  private boolean set(Node node) throws TransformException {
    List<Attr> attributes = attributes(target.clone(aim));
    if (attributes.isEmpty()) {
      warn("there are no attributes to set");
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
      warn("there are no attributes to remove");
      return false;
    }
    Element element = element(node);
    attributes.forEach(element::removeAttributeNode);
    SourceOrigin.change(element);
    return true;
  }

  /** Those the arguments name, all where there are none; the engine takes each for an XPath. */
  private List<Attr> attributes(Node node) throws TransformException {
    List<String> arguments = call.arguments().isEmpty() ? List.of("*") : call.arguments();
    if (!call.arguments().isEmpty()) {
      for (String argument : arguments) {
        if (target.select("@" + argument, node).isEmpty()) {
          warn("%s(%s) finds no such attribute".formatted(verb.word(), argument));
        }
      }
    }
    List<Attr> found = new ArrayList<>();
    for (Node selected : target.select(arguments.stream().collect(joining("|@", "@", "")), node)) {
      if (!(selected instanceof Attr attribute)) {
        throw TransformException.error("%s names what is no attribute".formatted(verb.word()));
      }
      found.add(attribute);
    }
    return found;
  }

  private String missing(String path) throws TransformException {
    return (target.wasThere(aim, path)
            ? "nothing matches %s any more, after what was changed before"
            : "nothing matches %s")
        .formatted(path);
  }

  private void expectNoArguments() {
    if (!call.arguments().isEmpty()) {
      warn("%s takes no arguments and passes over these".formatted(verb.word()));
    }
  }

  private void warn(String text) {
    messages.accept(Kind.WARNING, text);
  }
}
