package dev.autoheal.policy.read;

import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy file as it is written, before it is merged with the files that it extends.
 *
 * @param extended the path in {@code extends} as written; absent when the file extends none
 * @param presets the presets by name
 * @param defaults the settings of {@code defaults}; empty settings when there are none
 * @param apps the apps in the order of the file
 * @param rules the settings of rules by rule name
 * @param exceptions the exemptions in the order of the file
 * @param exclude the exclusion; absent when the file excludes none
 */
record PolicyDocument(
    Optional<Text> extended,
    Map<String, SettingsLayer> presets,
    SettingsLayer defaults,
    List<Entry> apps,
    Map<String, RuleSetting> rules,
    List<Exemption> exceptions,
    Optional<Policy.Exclusion> exclude) {

  /**
   * A text of the file.
   *
   * @param value the text
   * @param place the location of the text
   */
  record Text(String value, Location place) {}

  /**
   * An app as it is written.
   *
   * @param name the name of the app
   * @param place the location of the name
   * @param files the patterns of its files
   * @param presets the names of its presets, in the order of the file
   * @param layer the own settings of the app
   */
  record Entry(
      String name, Location place, FilePatterns files, List<Text> presets, SettingsLayer layer) {}
}
