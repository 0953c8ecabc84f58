package dev.autoheal.section;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The action that AutoHeal takes when a trigger fires.
 *
 * @param kind the kind of the action
 * @param program the program that a {@link Kind#CUSTOM_ACTION} starts; empty for the other kinds
 */
public record Action(Kind kind, Optional<Program> program) {
  /** The three values of {@code actions/@value}. */
  public enum Kind {
    /** The worker process is recycled. */
    RECYCLE("Recycle", "recycle"),
    /** An event is logged. */
    LOG_EVENT("LogEvent", "logEvent"),
    /** A program is started. */
    CUSTOM_ACTION("CustomAction", "customAction");

    private static final Map<String, Kind> BY_LOWER_NAME =
        Stream.of(values())
            .collect(Collectors.toMap(kind -> kind.xmlName.toLowerCase(Locale.ROOT), kind -> kind));

    private final String xmlName;
    private final String policyName;

    Kind(String xmlName, String policyName) {
      this.xmlName = xmlName;
      this.policyName = policyName;
    }

    /** Returns the name in web.config. */
    public String xmlName() {
      return xmlName;
    }

    /** Returns the name in a policy. */
    public String policyName() {
      return policyName;
    }

    /**
     * Returns the kind that a value names in any letter case; empty if it names none. IIS ignores
     * the letter case of enum values (reference: inferred).
     */
    public static Optional<Kind> of(String text) {
      return Optional.ofNullable(BY_LOWER_NAME.get(text.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * A program and its arguments, as {@code customAction} names them.
   *
   * @param exe the path of the program
   * @param parameters the arguments as one text; the empty string when there are none
   */
  public record Program(String exe, String parameters) {}

  /** Creates an action that starts no program. */
  public static Action of(Kind kind) {
    return new Action(kind, Optional.empty());
  }
}
