package dev.autoheal.policy.read;

import dev.autoheal.finding.Severity;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredUnmanaged;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Severities;
import dev.autoheal.policy.Severities.Placeholders;
import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.policy.read.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the keys that {@code defaults}, presets and apps have in common.
 *
 * @param rules the reader of {@code rules}
 */
record SettingsReader(RulesReader rules) implements ValueReader<SettingsLayer> {
  /** The keys in the order in which messages list them. */
  static final List<String> KEYS =
      List.of(
          "triggers",
          "action",
          "unmanaged",
          "limits",
          "plan",
          "placeholders",
          "rules",
          "transforms");

  private static final ScalarReader<Unmanaged> UNMANAGED =
      ScalarReader.choice(
          "keep, report or remove",
          Map.of(
              "keep", Unmanaged.KEEP,
              "report", Unmanaged.REPORT,
              "remove", Unmanaged.REMOVE));

  private static final ScalarReader<String> TRANSFORM = ScalarReader.text("a path", 1000, false);
  private static final String TRANSFORM_ITEM = "an item of 'transforms'";

  private static final ScalarReader<Severity> PLACEHOLDERS =
      ScalarReader.choice(
          "warn, allow or error",
          Map.of(
              "warn", Severity.WARNING,
              "allow", Severity.INFO,
              "error", Severity.ERROR));

  /** Reads a map that may have only these keys. A node that is not a map is a problem. */
  @Override
  public Optional<SettingsLayer> read(String name, YamlNode node, ProblemCollector problems) {
    return MappingReader.of(name, node, KEYS, problems).map(this::read);
  }

  /** Reads these keys of a map that may have other keys too. */
  SettingsLayer read(MappingReader keys) {
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
        keys.read("plan", PlanReader::read).orElse(Plan.UNKNOWN),
        new Severities(
            keys.read("rules", rules).orElse(Map.of()),
            keys.read("placeholders", SettingsReader::placeholders)),
        keys.read("transforms", SettingsReader::transforms));
  }

  private static Optional<List<List<String>>> transforms(
      String name, YamlNode node, ProblemCollector problems) {
    return items(name, node, problems)
        .map(
            chains ->
                chains.stream()
                    .map(chain -> items(name, chain, problems).orElse(List.of()))
                    .map(chain -> transforms(chain, problems))
                    .toList());
  }

  private static List<String> transforms(List<YamlNode> chain, ProblemCollector problems) {
    List<String> paths = new ArrayList<>();
    for (YamlNode item : chain) {
      Optional<String> path = TRANSFORM.read(TRANSFORM_ITEM, item, problems);
      if (path.isPresent() && RelativePath.of("", path.get()).isEmpty()) {
        problems.wrongType(TRANSFORM_ITEM, item, "a path below the folder of web.config");
      }
      path.flatMap(text -> RelativePath.of("", text)).ifPresent(paths::add);
    }
    return paths;
  }

  private static Optional<List<YamlNode>> items(
      String name, YamlNode node, ProblemCollector problems) {
    if (node instanceof Sequence list) {
      return Optional.of(list.items());
    }
    problems.wrongType(name, node, "a list of lists");
    return Optional.empty();
  }

  private static Optional<Placeholders> placeholders(
      String name, YamlNode node, ProblemCollector problems) {
    return PLACEHOLDERS
        .read(name, node, problems)
        .map(
            severity ->
                new Placeholders(((Scalar) node).text(), severity, problems.locate(node.span())));
  }

  private static Optional<DesiredUnmanaged> unmanaged(
      String name, YamlNode node, ProblemCollector problems) {
    return UNMANAGED
        .read(name, node, problems)
        .map(what -> new DesiredUnmanaged(what, problems.locate(node.span())));
  }
}
