package dev.autoheal.project;

import static dev.autoheal.project.AppFiles.lower;

import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the elements of an MSBuild file that may change the published web.config or the steps that
 * produce it, so that only a build knows the result. Names that are composed of properties are not
 * found.
 */
final class BuildObstacle {
  /** The properties that decide which transforms are applied, in lower case. */
  private static final Set<String> DECIDING =
      Set.of(
          "customtransformfilename",
          "customtransformdirectory",
          "istransformwebconfigdisabled",
          "iswebconfigtransformdisabled",
          "transformwebconfigenabled",
          "publishiisassets",
          "runxdt");

  /** The properties that name other files, or another place of the web.config, in lower case. */
  private static final Set<String> LEADING_ELSEWHERE =
      Set.of(
          "directorybuildpropspath",
          "directorybuildtargetspath",
          "custombeforemicrosoftcommonprops",
          "customaftermicrosoftcommonprops",
          "custombeforemicrosoftcommontargets",
          "customaftermicrosoftcommontargets",
          "beforemicrosoftnetsdktargets",
          "aftermicrosoftnetsdktargets",
          "msbuildprojectextensionspath",
          "publishprofilefullpath",
          "publishprofilerootfolder",
          "webpublishprofilefile",
          "publishintermediateoutputpath",
          "_dotnetpublishtransformfiles",
          "projectconfigfilename",
          "projectconfigtransformfilename",
          "excludefilesfromdeployment");

  private static final Pattern CONFIG = Pattern.compile("(?i)(?<![\\w.-])web\\.config(?![\\w.-])");

  /** The elements in a target that change no file. */
  private static final Set<String> HARMLESS_TASKS =
      Set.of("Message", "Warning", "Error", "ItemGroup", "PropertyGroup", "CallTarget", "XmlPeek");

  private static final Set<String> HARMLESS_ITEMS =
      Set.of("Content", "None", "EmbeddedResource", "AdditionalFiles");

  /** The metadata of an item that put a file elsewhere, in lower case. */
  private static final Set<String> PLACES =
      Set.of("link", "targetpath", "relativepath", "destinationrelativepath");

  private BuildObstacle() {}

  /** Returns how an element may change the result, as a clause; empty if it changes nothing. */
  static Optional<String> of(XmlElement element) {
    String parent = element.parent().map(XmlElement::name).orElse("");
    return switch (parent) {
      case "PropertyGroup" -> ofProperty(element);
      case "ItemGroup" -> ofItem(element);
      case "Target" -> ofTask(element);
      default -> ofOther(element);
    };
  }

  private static Optional<String> ofProperty(XmlElement property) {
    String name = lower(property.name());
    if (LEADING_ELSEWHERE.contains(name)) {
      return Optional.of(
          "property %s points to other files".formatted(Quoted.literal(property.name())));
    }
    boolean isDependent =
        property.lineage().anyMatch(e -> e.attribute("Condition").isPresent())
            || property.lineage().anyMatch(e -> e.name().equals("Target"));
    boolean isOdd =
        property.children().stream()
            .anyMatch(
                child ->
                    !child.is(XmlNode.Kind.TEXT)
                        && !child.is(XmlNode.Kind.WHITE_SPACE)
                        && !child.is(XmlNode.Kind.COMMENT));
    return DECIDING.contains(name) && (isDependent || isOdd)
        ? Optional.of("property %s depends on the build".formatted(Quoted.literal(property.name())))
        : Optional.empty();
  }

  private static Optional<String> ofItem(XmlElement item) {
    if (lower(item.name()).endsWith("transforms")) {
      return Optional.of("item %s names transforms".formatted(Quoted.literal(item.name())));
    }
    if (!mentions(item, Set.of())) {
      return Optional.empty();
    }
    boolean isElsewhere =
        metadata(item).anyMatch(PLACES::contains)
            || item.attribute("Remove").filter(remove -> isConfig(remove.value())).isPresent()
            || values(item).anyMatch("Never"::equalsIgnoreCase);
    return isElsewhere || !HARMLESS_ITEMS.contains(item.name())
        ? Optional.of("item %s moves web.config".formatted(Quoted.literal(item.name())))
        : Optional.empty();
  }

  private static Optional<String> ofTask(XmlElement task) {
    Set<String> read = task.name().equals("Copy") ? Set.of("SourceFiles") : Set.of();
    boolean isHarmless = HARMLESS_TASKS.contains(task.name()) || task.name().equals("TransformXml");
    return !isHarmless && mentions(task, read)
        ? Optional.of("task %s may change web.config".formatted(Quoted.literal(task.name())))
        : ofOther(task);
  }

  private static Optional<String> ofOther(XmlElement element) {
    if (element.name().equals("Target")) {
      String name = lower(element.attribute("Name").map(XmlAttribute::value).orElse(""));
      return name.startsWith("_") && name.contains("transform")
          ? Optional.of("the project replaces target " + Quoted.literal(name))
          : Optional.empty();
    }
    if (element.name().equals("Import")) {
      return element
          .attribute("Project")
          .map(XmlAttribute::value)
          .filter(path -> path.matches("(?s).*(?:[*?%]|\\$\\(\\[).*"))
          .map(path -> "only the build resolves import " + Quoted.literal(path));
    }
    return attributes(element, Set.of())
        .map(AppFiles::lower)
        .filter(
            value ->
                DECIDING.stream().anyMatch(name -> value.contains(name) && !value.contains("$(")))
        .findFirst()
        .map(
            value ->
                "task %s sets %s".formatted(Quoted.literal(element.name()), Quoted.literal(value)));
  }

  private static boolean mentions(XmlElement element, Set<String> except) {
    return Stream.concat(attributes(element, except), values(element))
        .anyMatch(BuildObstacle::isConfig);
  }

  private static boolean isConfig(String value) {
    return CONFIG.matcher(value).find();
  }

  private static Stream<String> attributes(XmlElement element, Set<String> except) {
    return element.attributes().stream()
        .filter(attribute -> !attribute.name().equals("Condition"))
        .filter(attribute -> !except.contains(attribute.name()))
        .map(XmlAttribute::value);
  }

  /** Returns the names of the metadata of an item, in lower case. */
  private static Stream<String> metadata(XmlElement item) {
    return Stream.concat(
            item.attributes().stream().map(XmlAttribute::name),
            item.elements().stream().map(XmlElement::name))
        .map(AppFiles::lower);
  }

  /** Returns the values of the metadata of an item. */
  private static Stream<String> values(XmlElement item) {
    List<String> texts =
        item.elements().stream().map(child -> String.join("", child.texts().toList())).toList();
    return Stream.concat(
        texts.stream(), item.attribute("CopyToPublishDirectory").map(XmlAttribute::value).stream());
  }
}
