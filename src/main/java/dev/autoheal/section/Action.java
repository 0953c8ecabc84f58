package dev.autoheal.section;

import java.util.Locale;
import java.util.Optional;

/**
 * What happens when a trigger fires.
 *
 * @param program what a {@link Kind#CUSTOM_ACTION} starts; absent for the others
 */
public record Action(Kind kind, Optional<Program> program) {
  /** The three values of {@code actions/@value}. */
  public enum Kind {
    RECYCLE("Recycle", "recycle"),
    LOG_EVENT("LogEvent", "logEvent"),
    CUSTOM_ACTION("CustomAction", "customAction");

    private final String xmlName;
    private final String policyName;

    Kind(String xmlName, String policyName) {
      this.xmlName = xmlName;
      this.policyName = policyName;
    }

    /** Its name in web.config. */
    public String xmlName() {
      return xmlName;
    }

    /** Its name in a policy. */
    public String policyName() {
      return policyName;
    }

    /** In any letter case, since IIS compares enum values so (reference: inferred). */
    public static Optional<Kind> of(String text) {
      for (Kind kind : values()) {
        if (kind.xmlName.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A program and its arguments, as {@code customAction} names them.
   *
   * @param parameters empty when there are none
   */
  public record Program(String exe, String parameters) {}

  /** An action that starts no program. */
  public static Action of(Kind kind) {
    return new Action(kind, Optional.empty());
  }
}
