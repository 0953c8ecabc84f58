package dev.autoheal.policy;

import dev.autoheal.policy.Asked.AskedUnmanaged;
import dev.autoheal.policy.Asked.Unmanaged;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that ask for something, wherever they may stand: in {@code defaults} and in apps. */
final class LayerReader {
  /** In the order a message names them. */
  static final List<String> KEYS = List.of("triggers", "action", "unmanaged");

  private static final ValueReader<Unmanaged> UNMANAGED =
      ValueReader.of(
          new ChoiceReader<>(
              "keep or remove", Map.of("keep", Unmanaged.KEEP, "remove", Unmanaged.REMOVE)));

  private LayerReader() {}

  /** A map that holds these keys alone. */
  static Optional<Layer> defaults(String name, Node node, Problems problems) {
    return Keys.of(name, node, KEYS, problems).map(LayerReader::read);
  }

  /** These keys of a map that may hold others. */
  static Layer read(Keys keys) {
    Layer triggers = keys.read("triggers", TriggersReader::read).orElse(Layer.EMPTY);
    return new Layer(
        triggers.triggers(),
        triggers.forbidden(),
        keys.read("action", ActionReader::read),
        keys.read("unmanaged", LayerReader::unmanaged));
  }

  private static Optional<AskedUnmanaged> unmanaged(String name, Node node, Problems problems) {
    return UNMANAGED
        .read(name, node, problems)
        .map(what -> new AskedUnmanaged(what, problems.locate(node.span())));
  }
}
