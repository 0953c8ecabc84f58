package dev.autoheal.policy.read;

import dev.autoheal.policy.FilePatterns;
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
          case TIME_SPAN -> scalar(DurationReader.format(value), YamlNode.Type.TEXT);
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
    return takes(ActionReader.EXE, program.exe())
        && takes(ActionReader.PARAMETERS, program.parameters());
  }

  /** Returns what a pattern of files means in a policy; empty when no policy may have it. */
  public static Optional<FilePatterns.Line> pattern(String pattern) {
    return PatternsReader.LINE.parser().apply(scalar(pattern, YamlNode.Type.TEXT));
  }

  private static boolean takes(ScalarReader<String> reader, String text) {
    return reader.parser().apply(scalar(text, YamlNode.Type.TEXT)).isPresent();
  }

  private static Scalar scalar(String text, YamlNode.Type type) {
    return new Scalar(text, type, Span.at(0));
  }

  private static String size(long kilobytes) {
    if (kilobytes % KB_OF_GB == 0) {
      return kilobytes / KB_OF_GB + "GB";
    }
    return kilobytes % KB_OF_MB == 0 ? kilobytes / KB_OF_MB + "MB" : kilobytes + "KB";
  }
}
