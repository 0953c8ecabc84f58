package dev.autoheal.project;

import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An MSBuild project or publish profile, as far as it can be read without running it.
 *
 * @param root the root element
 */
record MsBuildFile(XmlElement root) {
  /**
   * The name of a configuration, as in {@code '$(Configuration)|$(Platform)' == 'Release|AnyCPU'}.
   */
  private static final Pattern CONFIGURATION = Pattern.compile("==\\s*'([^'|$]+)");

  /** Reads a project or profile; empty when it cannot be read. */
  static Optional<MsBuildFile> read(InputFile target) throws IOException {
    return ParsedFile.of(target.read(), WebConfig.Role.CONFIG)
        .config()
        .map(config -> new MsBuildFile(config.document().root()));
  }

  /**
   * Returns the first value of a property. A value that depends on a condition or on another
   * property is ignored.
   */
  Optional<String> value(String property) {
    return texts(property).filter(text -> !text.contains("$(")).findFirst();
  }

  /** Returns the build configurations that the file names. */
  Stream<String> configurations() {
    Stream<String> listed = texts("Configurations").flatMap(text -> Stream.of(text.split(";", -1)));
    Stream<String> conditions =
        root.descendants()
            .flatMap(element -> element.attribute("Condition").stream())
            .map(XmlAttribute::value)
            .filter(condition -> condition.contains("$(Configuration)"))
            .flatMap(condition -> CONFIGURATION.matcher(condition).results())
            .map((MatchResult result) -> result.group(1));
    return Stream.concat(listed, conditions).map(String::strip);
  }

  private Stream<String> texts(String property) {
    return root.descendants()
        .filter(element -> element.name().equals(property))
        .filter(element -> element.lineage().noneMatch(e -> e.attribute("Condition").isPresent()))
        .map(element -> String.join("", element.texts().toList()).strip())
        .filter(text -> !text.isEmpty());
  }
}
