package dev.autoheal.policy.read;

import dev.autoheal.policy.Asked.AskedUnmanaged;
import dev.autoheal.policy.Asked.Unmanaged;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that ask for something, wherever they may stand: in {@code defaults}, presets and apps.
 */
final class LayerReader {
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

  private LayerReader() {}

  /** A map that holds these keys alone. */
  static Optional<Layer> alone(String name, Node node, Problems problems) {
    return Keys.of(name, node, KEYS, problems).map(LayerReader::read);
  }

  /** These keys of a map that may hold others. */
  static Layer read(Keys keys) {
    Layer triggers = keys.read("triggers", TriggersReader::read).orElse(Layer.EMPTY);
    return new Layer(
        triggers.triggers(),
        triggers.forbidden(),
        keys.read("action", ActionReader::read),
        keys.read("unmanaged", LayerReader::unmanaged),
        keys.read("limits", LimitsReader::read).orElse(Limits.NONE),
        keys.read("plan", PlanReader::read).orElse(Plan.UNKNOWN));
  }

  private static Optional<AskedUnmanaged> unmanaged(String name, Node node, Problems problems) {
    return UNMANAGED
        .read(name, node, problems)
        .map(what -> new AskedUnmanaged(what, problems.locate(node.span())));
  }
}
