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
 * A configuration file and its sections at the app's own level. They are below {@code
 * configuration/system.webServer}, at the top or in a {@code location} whose path is {@code .},
 * empty or absent. IIS takes all these for the same level.
 *
 * @param document the file
 * @param levels the {@code configuration} element and those {@code location} elements
 * @param webServers the {@code system.webServer} elements of that level
 * @param sections the {@code monitoring} elements in them; more than one takes the site down; in a
 *     transform, only those that it inserts as a whole
 * @param transform what a transform does with sections; empty for other files
 */
public record WebConfig(
    XmlDocument document,
    List<XmlElement> levels,
    List<XmlElement> webServers,
    List<Section> sections,
    Optional<TransformedSections> transform) {
  /** The name of the element that contains the section. */
  public static final String WEB_SERVER = "system.webServer";

  /** The roles of a file in a project. */
  public enum Role {
    /** A {@code web.config}, or a file with another name that was named explicitly. */
    CONFIG,
    /**
     * A {@code web.*.config}, or a file of another name that a build applies: a transform if it
     * declares the XDT namespace, else a fragment.
     */
    TRANSFORM,
    /** A file that a {@code configSource} names: its root is the section. */
    SOURCE,
    /** The result of applying transforms to a web.config, which is published. */
    RESULT;

    /**
     * Returns the role of a path by its file name, in any letter case: {@link #TRANSFORM} or {@link
     * #CONFIG}.
     */
    public static Role of(String path) {
      String name = FileTree.nameOf(path).toLowerCase(Locale.ROOT);
      boolean transform =
          name.startsWith("web.") && name.endsWith(".config") && !name.equals("web.config");
      return transform ? TRANSFORM : CONFIG;
    }

    /**
     * Returns the role of a document by its name. A document of any other name than web.config is a
     * transform if it declares the XDT namespace.
     */
    static Role of(XmlDocument document) {
      String path = document.file().path();
      boolean isConfig = FileTree.nameOf(path).equalsIgnoreCase("web.config");
      return !isConfig && document.declaresXdt() ? TRANSFORM : of(path);
    }
  }

  /**
   * Finds the sections of a document.
   *
   * @param role the role of the document, which counts as a transform only if it declares the XDT
   *     namespace
   */
  public static WebConfig of(XmlDocument document, Role role) {
    return role == Role.SOURCE
        ? ofSource(document)
        : of(document, role == Role.TRANSFORM && document.declaresXdt());
  }

  /**
   * Finds the sections of a document that is not a {@link Role#SOURCE}; its name and namespace tell
   * whether it is a transform.
   */
  public static WebConfig of(XmlDocument document) {
    return of(document, Role.of(document));
  }

  private static WebConfig of(XmlDocument document, boolean isTransform) {
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
        isTransform ? Optional.of(TransformedSections.of(document, found)) : Optional.empty();
    return new WebConfig(
        document,
        levels,
        webServers,
        transform.map(TransformedSections::whole).orElse(found).stream().map(Section::of).toList(),
        transform);
  }

  /** Returns a transform with the path of the file that it patches; other files are unchanged. */
  public WebConfig over(WebConfig base) {
    return new WebConfig(
        document,
        levels,
        webServers,
        sections,
        transform.map(transformed -> transformed.over(SectionPath.of(base))));
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

  /** Returns the section that IIS reads, if there is one. */
  public Optional<Section> section() {
    return sections.stream().findFirst();
  }

  /**
   * Returns the parent for a new section: the first {@code system.webServer}, or the root if there
   * is none.
   */
  public XmlElement home() {
    return webServers.isEmpty() ? document.root() : webServers.get(0);
  }

  private static boolean isOwnLevel(XmlElement location) {
    Optional<String> path = location.attribute("path").map(XmlAttribute::value);
    return path.isEmpty() || path.get().isEmpty() || path.get().equals(".");
  }
}
