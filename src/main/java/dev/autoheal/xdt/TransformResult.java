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
public record TransformResult(
    XmlDocument document,
    SourceMap origins,
    List<TransformMessage> messages,
    List<TransformStep> steps) {
  public TransformResult {
    messages = List.copyOf(messages);
    steps = List.copyOf(steps);
  }

  /** A document that no transform was applied to. */
  public static TransformResult unchanged(XmlDocument document) {
    return new TransformResult(document, SourceMap.none(document), List.of(), List.of());
  }

  /** Whether the engine reports an error, so that nothing is published. */
  public boolean fails() {
    return has(TransformMessage.Kind.ERROR);
  }

  /** Whether all was done that the engine does. */
  public boolean isFollowed() {
    return !has(TransformMessage.Kind.UNFOLLOWED);
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

  private boolean has(TransformMessage.Kind kind) {
    return messages.stream().anyMatch(message -> message.kind() == kind);
  }
}
