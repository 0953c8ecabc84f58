package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import java.util.List;
import java.util.Map;

/**
 * Rewrites an {@code Insert} of a section to the pattern that gives one section over every base.
 */
final class SafePattern {
  private SafePattern() {}

  /**
   * Returns the fix, which writes {@code Replace}.
   *
   * @param isFirst whether the base may have no section, so that an empty one is inserted first
   */
  static Fix fix(TransformStep step, boolean isFirst) {
    XmlElement element = step.element();
    String name = TransformType.attribute(element).orElseThrow().name();
    XmlEditor editor = new XmlEditor(step.transform());
    editor.set(element, name, TransformType.REPLACE.xmlName());
    if (isFirst) {
      Map<String, String> attributes = Map.of(name, TransformType.INSERT_IF_MISSING.xmlName());
      editor.insertBefore(element, new XmlFragment(element.name(), attributes, List.of()));
    }
    return Fix.safe("use Replace", editor.edits().list());
  }
}
