package dev.autoheal.section;

import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that may stand in a section: what {@code schemas/autoheal-monitoring.xsd} says, without
 * the cost of reading it. A test holds the two together.
 */
public final class Names {
  private static final Map<String, List<String>> ELEMENTS =
      Map.of(
          "monitoring", List.of("triggers", "actions"),
          "triggers", List.of("requests", "slowRequests", "memory", "statusCode"),
          "statusCode", List.of("add"),
          "actions", List.of("customAction"));

  private static final Map<String, List<String>> ATTRIBUTES =
      Map.of(
          "requests", List.of("count", "timeInterval"),
          "slowRequests", List.of("count", "timeTaken", "timeInterval"),
          "memory", List.of("privateBytesInKB"),
          "add", List.of("statusCode", "subStatusCode", "win32StatusCode", "count", "timeInterval"),
          "actions", List.of("value"),
          "customAction", List.of("exe", "parameters"));

  /** Known from ARM, the portal or other IIS sections; nobody documents them for this one. */
  private static final Map<String, Set<String>> UNDOCUMENTED_ELEMENTS =
      Map.of(
          "triggers", Set.of("slowRequestsWithPath", "statusCodesRange"),
          "statusCode", Set.of("clear", "remove"));

  private static final Map<String, Set<String>> UNDOCUMENTED_ATTRIBUTES =
      Map.of(
          "actions", Set.of("minProcessExecutionTime"),
          "slowRequests", Set.of("path"),
          "add", Set.of("path"));

  /** Any element of any IIS section takes these. */
  private static final Set<String> LOCKS =
      Set.of(
          "lockAttributes",
          "lockElements",
          "lockAllAttributesExcept",
          "lockAllElementsExcept",
          "lockItem");

  private Names() {}

  /** The documented child elements of {@code parent}; empty when it takes none. */
  public static List<String> elements(String parent) {
    return ELEMENTS.getOrDefault(parent, List.of());
  }

  /** The documented attributes of {@code element}; empty when it takes none. */
  public static List<String> attributes(String element) {
    return ATTRIBUTES.getOrDefault(element, List.of());
  }

  /** Whether the element is known from elsewhere, though not documented for web.config. */
  public static boolean isUndocumentedElement(String parent, String name) {
    return UNDOCUMENTED_ELEMENTS.getOrDefault(parent, Set.of()).contains(name);
  }

  /** Whether the attribute is known from elsewhere, though not documented for web.config. */
  public static boolean isUndocumentedAttribute(String element, String name) {
    return UNDOCUMENTED_ATTRIBUTES.getOrDefault(element, Set.of()).contains(name);
  }

  /** Whether IIS takes the attribute on {@code element}, or it belongs to another namespace. */
  public static boolean takes(String element, XmlAttribute attribute) {
    return !attribute.isPlain()
        || LOCKS.contains(attribute.name())
        || attributes(element).contains(attribute.name())
        || (element.equals("monitoring") && attribute.name().equals("configSource"));
  }
}
