package dev.autoheal.init;

import dev.autoheal.section.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy that is about to be written, in its own order.
 *
 * @param remarks sentences for who reads it
 * @param presets by name
 */
public record PolicyDraft(
    List<String> remarks,
    Optional<Settings> defaults,
    Map<String, Settings> presets,
    List<DraftApp> apps,
    List<Acceptance> exceptions) {

  /**
   * One app.
   *
   * @param remarks sentences for who reads it
   * @param pattern of its files
   * @param presets their names
   * @param settings what it asks for itself; may be nothing
   */
  public record DraftApp(
      List<String> remarks, String name, String pattern, List<String> presets, Settings settings) {
    /** Leaves room for a number that tells it from others. */
    private static final int LONGEST = 90;

    /** The nearest name that an app may have; empty when nothing is left of it. */
    public static Optional<String> name(String wanted) {
      StringBuilder name = new StringBuilder();
      wanted
          .codePoints()
          .map(c -> YamlScalar.takes(c) ? c : '-')
          .limit(LONGEST)
          .forEach(name::appendCodePoint);
      return Optional.of(name.toString().strip()).filter(text -> !text.isEmpty());
    }
  }

  /** An exception for a rule in the files of one pattern. */
  public record Acceptance(String rule, String pattern, LocalDate until, String reason) {}

  /** The same with exceptions. */
  public PolicyDraft accepting(List<Acceptance> accepted) {
    return new PolicyDraft(remarks, defaults, presets, apps, accepted);
  }
}
