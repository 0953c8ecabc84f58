package dev.autoheal.section;

import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds elements that are probably meant as the section, but have the wrong place or name for IIS.
 */
public final class MisplacedSections {
  private static final String NAME = "monitoring";

  /**
   * Names that the section has, or is believed to have, elsewhere; in the form of {@link
   * Spelling#plain}.
   */
  private static final Set<String> OTHER_NAMES =
      Set.of("autoheal", "autohealing", "autohealrules", "autohealsetting", "autohealsettings");

  private final WebConfig config;

  private MisplacedSections(WebConfig config) {
    this.config = config;
  }

  /** Creates a finder for one file; it finds nothing in a file without {@code configuration}. */
  public static MisplacedSections of(WebConfig config) {
    return new MisplacedSections(config);
  }

  /**
   * Returns the {@code monitoring} elements with triggers or actions outside of any {@code
   * system.webServer}. An element with another name of the section counts too. The sections that a
   * file declares for its own program are left out.
   */
  public List<XmlElement> misplaced() {
    String text = config.document().file().text();
    if (!text.contains("triggers") && !text.contains("actions")) {
      return List.of();
    }
    Set<String> declared =
        config.levels().stream()
            .flatMap(level -> level.elements("configSections").stream())
            .flatMap(XmlElement::descendants)
            .flatMap(declaration -> declaration.attribute("name").stream())
            .map(XmlAttribute::value)
            .collect(Collectors.toSet());
    return top()
        .flatMap(child -> isLocation(child) ? child.elements().stream() : Stream.of(child))
        .filter(top -> !top.name().equals(WebConfig.WEB_SERVER))
        .filter(top -> !declared.contains(top.name()))
        .flatMap(XmlElement::descendants)
        .filter(element -> hasParts(element) && hasSectionName(element))
        .toList();
  }

  /**
   * Returns the elements in the place of the section that are probably meant as the section but
   * have another name.
   */
  public List<XmlElement> misnamed() {
    return config.webServers().stream()
        .flatMap(webServer -> webServer.elements().stream())
        .filter(element -> !element.name().equals(NAME) && isProbablySection(element))
        .toList();
  }

  /** Returns the sections in a {@code location} for a part of the app. */
  public List<XmlElement> scoped() {
    return top()
        .filter(MisplacedSections::isLocation)
        .filter(location -> !config.levels().contains(location))
        .flatMap(location -> location.elements(WebConfig.WEB_SERVER).stream())
        .flatMap(webServer -> webServer.elements(NAME).stream())
        .toList();
  }

  /** Returns the elements directly in {@code configuration}. */
  private Stream<XmlElement> top() {
    return config.levels().isEmpty() ? Stream.empty() : config.levels().get(0).elements().stream();
  }

  private static boolean hasSectionName(XmlElement element) {
    String plain = Spelling.plain(element.name());
    return plain.equals(NAME) || OTHER_NAMES.contains(plain);
  }

  private static boolean isProbablySection(XmlElement element) {
    return hasSectionName(element)
        || (hasParts(element) && Spelling.nearest(element.name(), List.of(NAME)).isPresent());
  }

  private static boolean hasParts(XmlElement element) {
    return element.first("triggers").isPresent() || element.first("actions").isPresent();
  }

  private static boolean isLocation(XmlElement element) {
    return element.name().equals("location");
  }
}
