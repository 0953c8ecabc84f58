package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredUnmanaged;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys that {@code defaults}, presets and apps have in common. */
final class SettingsReader {
  /** The keys in the order in which messages list them. */
  static final List<String> KEYS = List.of("triggers", "action", "unmanaged", "limits", "plan");

  private static final ScalarReader<Unmanaged> UNMANAGED =
      ScalarReader.choice(
          "keep, report or remove",
          Map.of(
              "keep", Unmanaged.KEEP,
              "report", Unmanaged.REPORT,
              "remove", Unmanaged.REMOVE));

  private SettingsReader() {}

  /**
   * Reads a map that may have only these keys. A node that is not a map is a problem and gives an
   * empty result.
   *
   * @param name the name of the value in messages
   */
  static Optional<SettingsLayer> alone(String name, YamlNode node, ProblemCollector problems) {
    return MappingReader.of(name, node, KEYS, problems).map(SettingsReader::read);
  }

  /** Reads these keys of a map that may have other keys too. */
  static SettingsLayer read(MappingReader keys) {
    DesiredSection triggers =
        keys.read("triggers", TriggersReader::read).orElse(DesiredSection.NOTHING);
    DesiredSection desired =
        new DesiredSection(
            triggers.triggers(),
            triggers.forbidden(),
            keys.read("action", ActionReader::read),
            keys.read("unmanaged", SettingsReader::unmanaged));
    return new SettingsLayer(
        desired,
        keys.read("limits", LimitsReader::read).orElse(Limits.NONE),
        keys.read("plan", PlanReader::read).orElse(Plan.UNKNOWN));
  }

  private static Optional<DesiredUnmanaged> unmanaged(
      String name, YamlNode node, ProblemCollector problems) {
    return UNMANAGED
        .read(name, node, problems)
        .map(what -> new DesiredUnmanaged(what, problems.locate(node.span())));
  }
}
