package dev.autoheal.section;

import dev.autoheal.files.FileTree;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A configuration file and the sections at the app's own level: below {@code
 * configuration/system.webServer}, at the top or in a {@code location} whose path is {@code .},
 * empty or absent, which IIS takes for the same level.
 *
 * @param levels the {@code configuration} element and those {@code location} elements
 * @param webServers the {@code system.webServer} elements of that level
 * @param sections the {@code monitoring} elements in them; more than one takes the site down; of a
 *     transform only those that it brings in as a whole
 * @param transform what a transform does with sections; empty for other files
 */
public record WebConfig(
    XmlDocument document,
    List<XmlElement> levels,
    List<XmlElement> webServers,
    List<Section> sections,
    Optional<TransformedSections> transform) {
  /** The element that holds the section. */
  public static final String WEB_SERVER = "system.webServer";

  /** What a file name says about a file. */
  public enum Role {
    /** {@code web.config}, or a file of another name that was named explicitly. */
    CONFIG,
    /** {@code web.*.config}: a transform if it declares the xdt namespace, else a fragment. */
    TRANSFORM,
    /** A file that a {@code configSource} names: its root is the section. */
    SOURCE,
    /** What transforms made of a web.config, so that it is published. */
    RESULT;

    /** By the last name of {@code path}, in any letter case. */
    public static Role of(String path) {
      String name = FileTree.nameOf(path).toLowerCase(Locale.ROOT);
      boolean transform =
          name.startsWith("web.") && name.endsWith(".config") && !name.equals("web.config");
      return transform ? TRANSFORM : CONFIG;
    }
  }

  /** Finds the sections of a document. */
  public static WebConfig of(XmlDocument document, Role role) {
    return role == Role.SOURCE ? ofSource(document) : of(document);
  }

  /**
   * Finds the sections of a document that is no source; its name says whether it is a transform.
   */
  public static WebConfig of(XmlDocument document) {
    List<XmlElement> levels = new ArrayList<>();
    List<XmlElement> webServers = new ArrayList<>();
    XmlElement root = document.root();
    if (root.name().equals("configuration")) {
      levels.add(root);
      for (XmlElement child : root.elements()) {
        if (child.name().equals(WEB_SERVER)) {
          webServers.add(child);
        } else if (child.name().equals("location") && isOwnLevel(child)) {
          levels.add(child);
          webServers.addAll(child.elements(WEB_SERVER));
        }
      }
    }
    List<XmlElement> found =
        webServers.stream().flatMap(server -> server.elements("monitoring").stream()).toList();
    Optional<TransformedSections> transform =
        isTransform(document)
            ? Optional.of(TransformedSections.of(document, found))
            : Optional.empty();
    return new WebConfig(
        document,
        levels,
        webServers,
        transform.map(TransformedSections::whole).orElse(found).stream().map(Section::of).toList(),
        transform);
  }

  private static boolean isTransform(XmlDocument document) {
    return document.declaresXdt() && Role.of(document.file().path()) == Role.TRANSFORM;
  }

  /** A transform over the file that it patches; other files as they are. */
  public WebConfig over(WebConfig base) {
    return new WebConfig(
        document,
        levels,
        webServers,
        sections,
        transform.map(orders -> orders.over(SectionPath.of(base))));
  }

  private static WebConfig ofSource(XmlDocument document) {
    boolean isSection = document.root().name().equals("monitoring");
    return new WebConfig(
        document,
        List.of(),
        List.of(),
        isSection ? List.of(Section.of(document.root())) : List.of(),
        Optional.empty());
  }

  /** The section IIS reads, if there is one. */
  public Optional<Section> section() {
    return sections.stream().findFirst();
  }

  /** Where a new section goes: the first system.webServer, or the root that lacks one. */
  public XmlElement home() {
    return webServers.isEmpty() ? document.root() : webServers.get(0);
  }

  private static boolean isOwnLevel(XmlElement location) {
    Optional<String> path = location.attribute("path").map(XmlAttribute::value);
    return path.isEmpty() || path.get().isEmpty() || path.get().equals(".");
  }
}
