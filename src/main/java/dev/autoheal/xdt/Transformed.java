package dev.autoheal.xdt;

import dev.autoheal.text.Location;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;

/**
 * What transforms made of a document.
 *
 * @param document what results, under the path of the base; where the chain fails what the steps
 *     made that work
 * @param origins where its parts come from
 * @param messages in the order they arose
 * @param steps in the order they were taken, without those that failed
 */
public record Transformed(
    XmlDocument document, Origins origins, List<Message> messages, List<Step> steps) {
  public Transformed {
    messages = List.copyOf(messages);
    steps = List.copyOf(steps);
  }

  /** A document that no transform was applied to. */
  public static Transformed unchanged(XmlDocument document) {
    return new Transformed(document, Origins.none(document), List.of(), List.of());
  }

  /** Whether the engine reports an error, so that nothing is published. */
  public boolean fails() {
    return has(Message.Kind.ERROR);
  }

  /** Whether all was done that the engine does. */
  public boolean isFollowed() {
    return !has(Message.Kind.UNFOLLOWED);
  }

  /** Where a place in the document stands in the base or in a transform; others stay. */
  public Location origin(Location location) {
    boolean isHere = location.path().equals(document.file().path());
    return isHere ? origins.of(document.file().spanOf(location)) : location;
  }

  /** Where an element of the document stands in the base or in a transform. */
  public Location origin(XmlElement element) {
    return origins.of(element.startTag());
  }

  private boolean has(Message.Kind kind) {
    return messages.stream().anyMatch(message -> message.kind() == kind);
  }
}
