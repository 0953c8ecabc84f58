package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.StatusKey;
import dev.autoheal.text.Span;
import java.util.Optional;

/**
 * Formats values of a section as a policy writes them. A value that the policy reader would refuse
 * has no such form.
 */
public final class PolicyValues {
  /** The largest number of status rules in one list of a policy. */
  public static final int MOST_STATUS_RULES = StatusRulesReader.MOST;

  private static final long KB_OF_MB = 1024;
  private static final long KB_OF_GB = 1024 * 1024;

  private PolicyValues() {}

  /**
   * Returns a value as a policy writes it; empty when no policy may require it.
   *
   * @param value a number, seconds or KB (1024 bytes), by the type of the attribute
   */
  public static Optional<String> value(Attribute attribute, long value) {
    Scalar scalar =
        switch (attribute.type()) {
          case COUNT -> scalar(Long.toString(value), YamlNode.Type.WHOLE_NUMBER);
          case TIME_SPAN -> scalar(duration(value), YamlNode.Type.TEXT);
          case KILOBYTES -> scalar(size(value), YamlNode.Type.TEXT);
        };
    return TriggerKeys.of(attribute).takes(scalar) ? Optional.of(scalar.text()) : Optional.empty();
  }

  /**
   * Returns whether a policy may have a rule for these responses: a valid status that AutoHeal can
   * detect.
   */
  public static boolean takes(StatusKey status) {
    return value(Attribute.STATUS_CODE, status.status()).isPresent() && status.isDetectable();
  }

  /** Returns whether a policy may name this program and its parameters. */
  public static boolean takes(Action.Program program) {
    return ActionReader.EXE_TEXT.read(scalar(program.exe(), YamlNode.Type.TEXT)).value().isPresent()
        && ActionReader.PARAMETERS_TEXT
            .read(scalar(program.parameters(), YamlNode.Type.TEXT))
            .value()
            .isPresent();
  }

  private static Scalar scalar(String text, YamlNode.Type type) {
    return new Scalar(text, type, Span.at(0));
  }

  private static String duration(long seconds) {
    return part(seconds / 86_400, "d")
        + part(seconds % 86_400 / 3600, "h")
        + part(seconds % 3600 / 60, "m")
        + part(seconds % 60, "s");
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : amount + unit;
  }

  private static String size(long kilobytes) {
    if (kilobytes % KB_OF_GB == 0) {
      return kilobytes / KB_OF_GB + "GB";
    }
    return kilobytes % KB_OF_MB == 0 ? kilobytes / KB_OF_MB + "MB" : kilobytes + "KB";
  }
}
