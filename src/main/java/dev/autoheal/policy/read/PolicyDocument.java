package dev.autoheal.policy.read;

import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One policy file as it is written, before it is laid over the files it extends.
 *
 * @param presets by name
 * @param exclude absent when nothing is
 */
record PolicyDocument(
    String path,
    Optional<Text> extended,
    Map<String, SettingsLayer> presets,
    SettingsLayer defaults,
    List<Entry> apps,
    Map<String, RuleSetting> rules,
    List<Exemption> exceptions,
    Optional<FilePatterns> exclude) {

  /** A text of the file. */
  record Text(String value, Location place) {}

  /**
   * One app as it is written.
   *
   * @param presets the names, in their order
   * @param place of the name
   */
  record Entry(
      String name, Location place, FilePatterns files, List<Text> presets, SettingsLayer layer) {}
}
