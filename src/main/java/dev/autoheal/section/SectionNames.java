package dev.autoheal.section;

import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that may stand in a section: what {@code schemas/autoheal-monitoring.xsd} says, without
 * the cost of reading it. A test holds the two together.
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

  /** What ARM templates and Terraform call the same things, plain. */
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

  /** The name of {@code known} that a wrong one probably stands for; empty when none is near. */
  public static Optional<String> meantBy(String seen, List<String> known) {
    return meantExactly(seen, known).or(() -> Spelling.nearest(seen, known));
  }

  /** The same without any slip: only letter case, signs that part words, and other names. */
  public static Optional<String> meantExactly(String seen, List<String> known) {
    String plain = Spelling.plain(seen);
    return Optional.ofNullable(OTHER_NAMES.get(plain))
        .filter(known::contains)
        .or(() -> known.stream().filter(name -> Spelling.plain(name).equals(plain)).findFirst());
  }

  /** What to do about a wrong name, in a few words; {@code otherwise} when no name is near. */
  public static String suggestion(String seen, List<String> known, String otherwise) {
    Optional<String> meant = meantBy(seen, known);
    if (meant.filter(seen::equalsIgnoreCase).isPresent()) {
      return "letter case counts, write " + meant.get();
    }
    return meant.map("did you mean %s?"::formatted).orElse(otherwise);
  }
}
