package dev.autoheal.project;

import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.WebConfig;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A project of MSBuild, or a publish profile, as far as it can be read without running it. */
record MsBuildFile(XmlElement root) {
  /** As in {@code '$(Configuration)|$(Platform)' == 'Release|AnyCPU'}. */
  private static final Pattern CONFIGURATION = Pattern.compile("==\\s*'([^'|$]+)");

  /** Empty when it cannot be read. */
  static Optional<MsBuildFile> read(InputFile target) throws IOException {
    return RuleContext.of(target.read(), WebConfig.Role.CONFIG)
        .config()
        .map(config -> new MsBuildFile(config.document().root()));
  }

  /** What a property is, unless that depends on a condition or another property. */
  Optional<String> value(String property) {
    return texts(property).filter(text -> !text.contains("$(")).findFirst();
  }

  /** The build configurations that it names. */
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
