package dev.autoheal.xdt;

import dev.autoheal.text.FileSpan;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;

/**
 * The result of applying transforms to a document.
 *
 * @param document the resulting document, under the path of the base; if the chain fails, the
 *     result of the steps that worked
 * @param origins the origins of its parts
 * @param messages the messages in the order in which they arose
 * @param steps the steps in the order in which they ran, without those that failed
 */
public record TransformResult(
    XmlDocument document,
    SourceMap origins,
    List<TransformMessage> messages,
    List<TransformStep> steps) {
  /** Copies both lists. */
  public TransformResult {
    messages = List.copyOf(messages);
    steps = List.copyOf(steps);
  }

  /** Returns the result for a document that no transform was applied to. */
  public static TransformResult unchanged(XmlDocument document) {
    return new TransformResult(document, SourceMap.none(document), List.of(), List.of());
  }

  /** Returns whether the engine reports an error, so that nothing is published. */
  public boolean fails() {
    return has(TransformMessage.Kind.ERROR);
  }

  /** Returns whether everything was done that the engine does. */
  public boolean isFollowed() {
    return !has(TransformMessage.Kind.UNFOLLOWED);
  }

  /** Returns the place in the base or in a transform that an element of the document comes from. */
  public FileSpan origin(XmlElement element) {
    return origins.of(element.startTag());
  }

  private boolean has(TransformMessage.Kind kind) {
    return messages.stream().anyMatch(message -> message.kind() == kind);
  }
}
