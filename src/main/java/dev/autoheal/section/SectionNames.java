package dev.autoheal.section;

import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the names that a section may contain. They are those of {@code
 * schemas/autoheal-monitoring.xsd}, without the cost of reading it. A test keeps the two equal.
 */
public final class SectionNames {
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

  /**
   * Names from ARM, the portal or other IIS sections, which are not documented for this section.
   */
  private static final Map<String, Set<String>> UNDOCUMENTED_ELEMENTS =
      Map.of(
          "triggers", Set.of("slowRequestsWithPath", "statusCodesRange"),
          "statusCode", Set.of("clear", "remove"));

  private static final Map<String, Set<String>> UNDOCUMENTED_ATTRIBUTES =
      Map.of(
          "actions", Set.of("minProcessExecutionTime"),
          "slowRequests", Set.of("path"),
          "add", Set.of("path"));

  /** The attributes that any element of any IIS section accepts. */
  private static final Set<String> LOCKS =
      Set.of(
          "lockAttributes",
          "lockElements",
          "lockAllAttributesExcept",
          "lockAllElementsExcept",
          "lockItem");

  /**
   * The names in ARM templates and Terraform, in the form of {@link Spelling#plain}, with those in
   * web.config.
   */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("status", "statusCode"),
          Map.entry("substatus", "subStatusCode"),
          Map.entry("win32status", "win32StatusCode"),
          Map.entry("interval", "timeInterval"),
          Map.entry("privatememorykb", "privateBytesInKB"),
          Map.entry("actiontype", "value"),
          Map.entry("type", "value"),
          Map.entry("executable", "exe"));

  private SectionNames() {}

  /** Returns the documented child elements of {@code parent}; empty when it takes none. */
  public static List<String> elements(String parent) {
    return ELEMENTS.getOrDefault(parent, List.of());
  }

  /** Returns the documented attributes of {@code element}; empty when it takes none. */
  public static List<String> attributes(String element) {
    return ATTRIBUTES.getOrDefault(element, List.of());
  }

  /** Returns whether the element is known from elsewhere, though not documented for web.config. */
  public static boolean isUndocumentedElement(String parent, String name) {
    return UNDOCUMENTED_ELEMENTS.getOrDefault(parent, Set.of()).contains(name);
  }

  /**
   * Returns whether the attribute is known from elsewhere, though not documented for web.config.
   */
  public static boolean isUndocumentedAttribute(String element, String name) {
    return UNDOCUMENTED_ATTRIBUTES.getOrDefault(element, Set.of()).contains(name);
  }

  /**
   * Returns whether IIS accepts the attribute on {@code element}, or whether it belongs to another
   * namespace.
   */
  public static boolean takes(String element, XmlAttribute attribute) {
    return !attribute.isPlain()
        || LOCKS.contains(attribute.name())
        || attributes(element).contains(attribute.name())
        || (element.equals("monitoring") && attribute.name().equals("configSource"));
  }

  /** Returns the name of {@code known} that a wrong one probably means; empty when none is near. */
  public static Optional<String> meantBy(String seen, List<String> known) {
    return meantExactly(seen, known).or(() -> Spelling.nearest(seen, known));
  }

  /**
   * Returns the name of {@code known} that a wrong one means without any typing error. The two may
   * differ only in letter case and in signs that separate words. They may also be names of one
   * thing in different formats.
   */
  public static Optional<String> meantExactly(String seen, List<String> known) {
    String plain = Spelling.plain(seen);
    return Optional.ofNullable(OTHER_NAMES.get(plain))
        .filter(known::contains)
        .or(() -> known.stream().filter(name -> Spelling.plain(name).equals(plain)).findFirst());
  }

  /** Returns a short suggestion for a wrong name; {@code otherwise} when no name is near. */
  public static String suggestion(String seen, List<String> known, String otherwise) {
    Optional<String> meant = meantBy(seen, known);
    if (meant.filter(seen::equalsIgnoreCase).isPresent()) {
      return "letter case counts, write " + meant.get();
    }
    return meant.map("did you mean %s?"::formatted).orElse(otherwise);
  }
}
