package dev.autoheal.init;

import dev.autoheal.section.MisplacedSections;
import dev.autoheal.section.Section;
import dev.autoheal.section.Settings;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values that a policy can require of a section without changing it.
 *
 * @param settings the values that the policy requires
 * @param leftOut the parts that the section has in addition or lacks, each as a noun phrase; text
 *     from the file is limited to documented names and codes
 */
record ImportedSection(Settings settings, List<String> leftOut) {
  private static final Settings NOTHING = new Settings(new TreeMap<>(), Optional.empty());

  /** Why nothing is imported from a transform that has only a part of the section. */
  static final String PATCHED = "the section that it changes or removes";

  /** What a policy can require of such a transform. */
  static final ImportedSection OF_PATCH = new ImportedSection(NOTHING, List.of(PATCHED));

  /** What a policy can require of a transform with a section that publishing does not insert. */
  static final ImportedSection OF_UNUSED =
      new ImportedSection(NOTHING, List.of("the section (publishing gives another one)"));

  public ImportedSection {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Imports the section of a file; empty when there is none or it is in another file. It is also
   * empty when a transform has only a part of the section.
   */
  public static Optional<ImportedSection> of(WebConfig config) {
    if (isPatching(config)) {
      return Optional.empty();
    }
    Optional<Section> section = config.section().filter(each -> !isElsewhere(each));
    return config.sections().size() > 1
        ? Optional.of(new ImportedSection(NOTHING, List.of("the section (duplicate)")))
        : section.map(each -> new SectionImporter(each).describe());
  }

  /**
   * Returns why nothing was imported although the file seems to have a section; empty when nothing
   * looks like one, or when {@link #of} has a result.
   */
  public static Optional<String> whyNone(WebConfig config) {
    if (isPatching(config)) {
      return Optional.of(PATCHED);
    }
    if (config.sections().size() > 1) {
      return Optional.empty();
    }
    if (config.section().isPresent()) {
      return config
          .section()
          .filter(ImportedSection::isElsewhere)
          .map(section -> "the section (in another file)");
    }
    MisplacedSections lost = MisplacedSections.of(config);
    if (lost.misplaced().stream().anyMatch(each -> isThere(each, config))) {
      return Optional.of("a section in a place that IIS does not read");
    }
    if (lost.misnamed().stream().anyMatch(each -> isThere(each, config))) {
      return Optional.of("a section with an unknown name");
    }
    return config
        .transform()
        .filter(transform -> !transform.inert().isEmpty())
        .map(transform -> "a section that the transform does not insert");
  }

  private static boolean isPatching(WebConfig config) {
    return config.transform().filter(TransformedSections::isPatching).isPresent();
  }

  /** Returns whether an element is still in the file after publishing. */
  private static boolean isThere(XmlElement element, WebConfig config) {
    return config.transform().isEmpty() || TransformedSections.isInserted(element);
  }

  private static boolean isElsewhere(Section section) {
    return section.element().attribute("configSource").isPresent();
  }
}
