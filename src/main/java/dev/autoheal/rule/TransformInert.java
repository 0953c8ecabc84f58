package dev.autoheal.rule;

import static dev.autoheal.xml.XmlDocument.XDT;

import dev.autoheal.section.Operation;
import dev.autoheal.section.Transform;
import dev.autoheal.section.WebConfig;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.Optional;

/**
 * A section in a transform with no operation on it, in it or around it: publishing leaves it out
 * and says nothing. An operation that does not exist fails the publishing instead.
 */
final class TransformInert implements Rule {
  @Override
  public String summary() {
    return "a transform does nothing with its section, or fails the publishing";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    Optional<Transform> transform = subject.config().flatMap(WebConfig::transform);
    if (transform.isPresent()) {
      transform
          .get()
          .unknown()
          .forEach(operation -> reporter.report(operation.valueSpan(), unknown(operation)));
      transform.get().inert().stream()
          .filter(section -> section.lineage().noneMatch(TransformInert::isUnknown))
          .forEach(section -> reporter.report(section.startTag(), inert(section)));
    }
  }

  private static boolean isUnknown(XmlElement element) {
    return Operation.attribute(element).filter(o -> Operation.of(o).isEmpty()).isPresent();
  }

  private static String unknown(XmlAttribute operation) {
    String name = Operation.name(operation);
    Optional<String> meant = Operation.nearest(operation);
    boolean isLetterCase = meant.filter(name::equalsIgnoreCase).isPresent();
    return "%s is no operation of a transform, so that publishing fails: %s"
        .formatted(
            Seen.of(name),
            isLetterCase
                ? "letter case counts, write " + meant.get()
                : meant
                    .map("did you mean %s?"::formatted)
                    .orElse("write Insert, InsertIfMissing or Replace"));
  }

  private static String inert(XmlElement section) {
    String declared = section.prefixOf(XDT).orElse("xdt");
    return "nothing in this transform brings the section in, so that publishing leaves it out:"
        + " give it %s:Transform=\"Replace\", and put an empty one with \"InsertIfMissing\" in front"
            .formatted(declared);
  }
}
