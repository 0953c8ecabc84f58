package dev.autoheal.section;

import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path from {@code configuration} to the {@code system.webServer} of a base file, as a
 * transform has to write it.
 *
 * @param steps the elements from the outermost to the innermost, which is {@code system.webServer}
 * @param isAssumed whether the path is assumed, because there was no base file to read it from
 */
public record SectionPath(List<Step> steps, boolean isAssumed) {
  /** Copies the list. */
  public SectionPath {
    steps = List.copyOf(steps);
  }

  /**
   * An element of the path.
   *
   * @param name its name
   * @param identity the attributes that distinguish it from other elements of its name
   * @param locator the locator that finds it by these attributes; empty if its name is enough
   * @param others the further attributes that it is inserted with
   * @param exists whether the base has it, so that nothing has to insert it
   */
  public record Step(
      String name,
      Map<String, String> identity,
      Optional<String> locator,
      Map<String, String> others,
      boolean exists) {
    private static Step webServer(boolean exists) {
      return new Step(WebConfig.WEB_SERVER, Map.of(), Optional.empty(), Map.of(), exists);
    }

    /** Returns the step of a location. A location without a path has nothing to match. */
    private static Step location(XmlElement location) {
      Optional<String> path = location.attribute("path").map(XmlAttribute::value);
      return new Step(
          "location",
          path.map(value -> Map.of("path", value)).orElse(Map.of()),
          Optional.of(path.isPresent() ? "Match(path)" : "Condition(not(@path))"),
          Map.of(),
          true);
    }
  }

  /** Returns the path that {@code dotnet publish} writes. */
  static SectionPath published() {
    Step location =
        new Step(
            "location",
            Map.of("path", "."),
            Optional.of("Match(path)"),
            Map.of("inheritInChildApplications", "false"),
            false);
    return new SectionPath(List.of(location, Step.webServer(false)), true);
  }

  /** Returns the path where a base file has its section, or would get one. */
  static SectionPath of(WebConfig base) {
    Optional<XmlElement> webServer =
        base.section()
            .flatMap(section -> section.element().parent())
            .or(() -> base.webServers().stream().findFirst());
    Step last = Step.webServer(webServer.isPresent());
    return webServer
        .flatMap(XmlElement::parent)
        .filter(parent -> parent.parent().isPresent())
        .map(location -> new SectionPath(List.of(Step.location(location), last), false))
        .orElseGet(() -> new SectionPath(List.of(last), false));
  }
}
