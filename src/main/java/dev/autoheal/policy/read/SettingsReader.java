package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.AskedUnmanaged;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that ask for something, wherever they may stand: in {@code defaults}, presets and apps.
 */
final class SettingsReader {
  /** In the order a message names them. */
  static final List<String> KEYS = List.of("triggers", "action", "unmanaged", "limits", "plan");

  private static final ValueReader<Unmanaged> UNMANAGED =
      ValueReader.of(
          new ChoiceReader<>(
              "keep, report or remove",
              Map.of(
                  "keep", Unmanaged.KEEP,
                  "report", Unmanaged.REPORT,
                  "remove", Unmanaged.REMOVE)));

  private SettingsReader() {}

  /** A map that holds these keys alone. */
  static Optional<SettingsLayer> alone(String name, YamlNode node, ProblemCollector problems) {
    return MappingReader.of(name, node, KEYS, problems).map(SettingsReader::read);
  }

  /** These keys of a map that may hold others. */
  static SettingsLayer read(MappingReader keys) {
    SettingsLayer triggers =
        keys.read("triggers", TriggersReader::read).orElse(SettingsLayer.EMPTY);
    return new SettingsLayer(
        triggers.triggers(),
        triggers.forbidden(),
        keys.read("action", ActionReader::read),
        keys.read("unmanaged", SettingsReader::unmanaged),
        keys.read("limits", LimitsReader::read).orElse(Limits.NONE),
        keys.read("plan", PlanReader::read).orElse(Plan.UNKNOWN));
  }

  private static Optional<AskedUnmanaged> unmanaged(
      String name, YamlNode node, ProblemCollector problems) {
    return UNMANAGED
        .read(name, node, problems)
        .map(what -> new AskedUnmanaged(what, problems.locate(node.span())));
  }
}
