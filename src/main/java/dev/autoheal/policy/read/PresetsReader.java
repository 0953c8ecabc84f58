package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.text.Quoted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the map {@code presets}, from the name of a preset to its settings.
 *
 * @param settings the reader of one preset
 */
record PresetsReader(SettingsReader settings) implements ValueReader<Map<String, SettingsLayer>> {
  private static final ScalarReader<String> NAME = ScalarReader.text("a name", 100, false);

  /**
   * Reads the presets by name, in the order of the file. A node that is not a map is a problem and
   * gives an empty result. The name of a built-in preset is a problem.
   *
   * @param what the name of the map in messages
   */
  @Override
  public Optional<Map<String, SettingsLayer>> read(
      String what, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Mapping map)) {
      problems.wrongType(what, node, "a map");
      return Optional.empty();
    }
    Map<String, SettingsLayer> presets = new LinkedHashMap<>();
    for (Entry entry : map.entries()) {
      String name = entry.key().text();
      Optional<SettingsLayer> layer =
          settings.read("preset " + Quoted.literal(name), entry.value(), problems);
      NAME.read("a key of " + what, entry.key(), problems)
          .ifPresent(text -> layer.ifPresent(known -> presets.put(text, known)));
      if (BuiltInPresets.NAMES.contains(name)) {
        problems.add(
            entry.key().span(),
            "'%s' in %s is the name of a built-in preset; rename this preset"
                .formatted(name, what));
      }
    }
    return Optional.of(Collections.unmodifiableMap(presets));
  }
}
