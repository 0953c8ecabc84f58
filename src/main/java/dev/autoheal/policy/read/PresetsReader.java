package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.text.QuotedLine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The map {@code presets}, from a name to what it asks for. */
final class PresetsReader {
  private static final TextReader NAME = new TextReader("a name", 100, false);

  private PresetsReader() {}

  static Optional<Map<String, SettingsLayer>> read(
      String what, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Mapping map)) {
      problems.wrongType(what, node, "a map of presets");
      return Optional.empty();
    }
    Map<String, SettingsLayer> presets = new LinkedHashMap<>();
    for (Entry entry : map.entries()) {
      String name = entry.key().text();
      Optional<SettingsLayer> layer =
          SettingsReader.alone("the preset " + QuotedLine.of(name), entry.value(), problems);
      ValueReader.of(NAME)
          .read("the name of a preset", entry.key(), problems)
          .ifPresent(text -> layer.ifPresent(asked -> presets.put(text, asked)));
      if (BuiltInPresets.NAMES.contains(name)) {
        problems.add(
            entry.key().span(),
            "%s is built in: give this preset another name".formatted(QuotedLine.of(name)));
      }
    }
    return Optional.of(Collections.unmodifiableMap(presets));
  }
}
