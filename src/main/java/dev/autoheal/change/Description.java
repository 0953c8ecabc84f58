package dev.autoheal.change;

import dev.autoheal.section.LostSections;
import dev.autoheal.section.Section;
import dev.autoheal.section.Settings;
import dev.autoheal.section.WebConfig;
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
public record Description(Settings settings, List<String> leftOut) {
  private static final Settings NOTHING = new Settings(new TreeMap<>(), Optional.empty());

  public Description {
    leftOut = List.copyOf(leftOut);
  }

  /** Of the section of a file; empty when there is none, or when it stands in another file. */
  public static Optional<Description> of(WebConfig config) {
    Optional<Section> section = config.section().filter(each -> !isElsewhere(each));
    return config.sections().size() > 1
        ? Optional.of(new Description(NOTHING, List.of("the section, which stands twice")))
        : section.map(each -> new Describer(each).describe());
  }

  /** Why nothing was described, where something looks as if it were a section. */
  public static Optional<String> whyNone(WebConfig config) {
    if (config.sections().size() > 1) {
      return Optional.empty();
    }
    if (config.section().isPresent()) {
      return config
          .section()
          .filter(Description::isElsewhere)
          .map(section -> "the section, which stands in another file");
    }
    LostSections lost = LostSections.of(config);
    if (!lost.misplaced().isEmpty()) {
      return Optional.of("a section that stands where IIS does not look for it");
    }
    return lost.misnamed().isEmpty()
        ? Optional.empty()
        : Optional.of("a section with a name that IIS does not know");
  }

  private static boolean isElsewhere(Section section) {
    return section.element().attribute("configSource").isPresent();
  }
}
