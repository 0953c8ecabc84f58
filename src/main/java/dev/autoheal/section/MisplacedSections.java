package dev.autoheal.section;

import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Elements that are meant to be the section, but stand where or as IIS does not find them. */
public final class MisplacedSections {
  private static final String NAME = "monitoring";

  /** What the section is called elsewhere, or taken to be called, plain. */
  private static final Set<String> OTHER_NAMES =
      Set.of("autoheal", "autohealing", "autohealrules", "autohealsetting", "autohealsettings");

  private final WebConfig config;

  private MisplacedSections(WebConfig config) {
    this.config = config;
  }

  /** Those of one file; a file without {@code configuration} has none. */
  public static MisplacedSections of(WebConfig config) {
    return new MisplacedSections(config);
  }

  /**
   * The {@code monitoring} elements with triggers or actions outside of any {@code
   * system.webServer}, also under another name; the sections a file declares for its own program
   * are not among them.
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
    return config.levels().stream()
        .limit(1)
        .flatMap(root -> root.elements().stream())
        .flatMap(child -> isLocation(child) ? child.elements().stream() : Stream.of(child))
        .filter(top -> !top.name().equals(WebConfig.WEB_SERVER))
        .filter(top -> !declared.contains(top.name()))
        .flatMap(XmlElement::descendants)
        .filter(element -> isCalledSo(element) && hasParts(element))
        .toList();
  }

  /** The elements beside a section, in its own place, that have another name. */
  public List<XmlElement> misnamed() {
    return config.webServers().stream()
        .flatMap(webServer -> webServer.elements().stream())
        .filter(element -> !element.name().equals(NAME) && isMeant(element))
        .toList();
  }

  /** The sections in a {@code location} for a part of the app. */
  public List<XmlElement> scoped() {
    return config.levels().stream()
        .limit(1)
        .flatMap(root -> root.elements("location").stream())
        .filter(location -> !config.levels().contains(location))
        .flatMap(location -> location.elements(WebConfig.WEB_SERVER).stream())
        .flatMap(webServer -> webServer.elements(NAME).stream())
        .toList();
  }

  private static boolean isCalledSo(XmlElement element) {
    String plain = Spelling.plain(element.name());
    return plain.equals(NAME) || OTHER_NAMES.contains(plain);
  }

  private static boolean isMeant(XmlElement element) {
    return isCalledSo(element)
        || (hasParts(element) && Spelling.nearest(element.name(), List.of(NAME)).isPresent());
  }

  private static boolean hasParts(XmlElement element) {
    return element.first("triggers").isPresent() || element.first("actions").isPresent();
  }

  private static boolean isLocation(XmlElement element) {
    return element.name().equals("location");
  }
}
