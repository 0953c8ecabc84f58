package dev.autoheal.policy.read;

import dev.autoheal.policy.Globs;
import dev.autoheal.policy.PolicyException;
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
record Document(
    String path,
    Optional<Text> extended,
    Map<String, Layer> presets,
    Layer defaults,
    List<Entry> apps,
    Map<String, RuleSetting> rules,
    List<PolicyException> exceptions,
    Optional<Globs> exclude) {

  /** A text of the file. */
  record Text(String value, Location place) {}

  /**
   * One app as it is written.
   *
   * @param presets the names, in their order
   * @param place of the name
   */
  record Entry(String name, Location place, Globs files, List<Text> presets, Layer layer) {}
}
