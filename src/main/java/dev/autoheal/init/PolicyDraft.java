package dev.autoheal.init;

import dev.autoheal.section.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy that is about to be written, in the order of its keys.
 *
 * @param remarks sentences for the reader
 * @param defaults the values under every app; empty for none
 * @param presets the values of each preset, by name
 * @param apps in the order of the policy
 * @param exceptions in the order of the policy
 */
record PolicyDraft(
    List<String> remarks,
    Optional<Settings> defaults,
    Map<String, Settings> presets,
    List<DraftApp> apps,
    List<Acceptance> exceptions) {

  /**
   * One app of the policy.
   *
   * @param remarks sentences for the reader
   * @param name unique within the policy
   * @param pattern the pattern that matches its files
   * @param presets the names of its presets
   * @param settings the values that the app requires itself; may be empty
   */
  public record DraftApp(
      List<String> remarks, String name, String pattern, List<String> presets, Settings settings) {
    /** The most characters of a name, which leaves room for a number that makes it unique. */
    private static final int LONGEST = 90;

    /** Returns the nearest valid name for an app; empty when no character of it is left. */
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

  /**
   * An exception for a rule in the files of one pattern.
   *
   * @param rule the id of the rule
   * @param until the last day on which the exception counts
   * @param reason why the finding is accepted
   */
  public record Acceptance(String rule, String pattern, LocalDate until, String reason) {}

  /** Returns the same draft with other exceptions. */
  public PolicyDraft accepting(List<Acceptance> accepted) {
    return new PolicyDraft(remarks, defaults, presets, apps, accepted);
  }
}
