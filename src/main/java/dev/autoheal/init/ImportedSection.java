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
 * What a policy can ask of a section so that nothing changes.
 *
 * @param settings what it asks for
 * @param leftOut what the section says beyond that, or fails to say, each as the end of a sentence;
 *     holds nothing of the file but names and codes that are documented
 */
public record ImportedSection(Settings settings, List<String> leftOut) {
  private static final Settings NOTHING = new Settings(new TreeMap<>(), Optional.empty());

  public ImportedSection {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Of the section of a file; empty when there is none, when it stands in another file, or when a
   * transform has only a part of it.
   */
  public static Optional<ImportedSection> of(WebConfig config) {
    if (isPatching(config)) {
      return Optional.empty();
    }
    Optional<Section> section = config.section().filter(each -> !isElsewhere(each));
    return config.sections().size() > 1
        ? Optional.of(new ImportedSection(NOTHING, List.of("the section, which stands twice")))
        : section.map(each -> new SectionImporter(each).describe());
  }

  /** Why nothing was described, where something looks as if it were a section. */
  public static Optional<String> whyNone(WebConfig config) {
    if (isPatching(config)) {
      return Optional.of("the section of its base, which it changes or removes");
    }
    if (config.sections().size() > 1) {
      return Optional.empty();
    }
    if (config.section().isPresent()) {
      return config
          .section()
          .filter(ImportedSection::isElsewhere)
          .map(section -> "the section, which stands in another file");
    }
    MisplacedSections lost = MisplacedSections.of(config);
    if (lost.misplaced().stream().anyMatch(each -> isThere(each, config))) {
      return Optional.of("a section that stands where IIS does not look for it");
    }
    if (lost.misnamed().stream().anyMatch(each -> isThere(each, config))) {
      return Optional.of("a section with a name that IIS does not know");
    }
    return config
        .transform()
        .filter(transform -> !transform.inert().isEmpty())
        .map(transform -> "a section that nothing brings in");
  }

  private static boolean isPatching(WebConfig config) {
    return config.transform().filter(TransformedSections::isPatching).isPresent();
  }

  /** Whether publishing leaves an element there. */
  private static boolean isThere(XmlElement element, WebConfig config) {
    return config.transform().isEmpty() || TransformedSections.isBroughtIn(element);
  }

  private static boolean isElsewhere(Section section) {
    return section.element().attribute("configSource").isPresent();
  }
}
