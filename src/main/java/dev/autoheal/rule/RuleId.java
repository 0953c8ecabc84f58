package dev.autoheal.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/** Derives the id of a rule from its class, and keeps it because every file needs it. */
final class RuleId extends ClassValue<String> {
  private static final RuleId IDS = new RuleId();
  private static final Pattern NEXT_WORD = Pattern.compile("(?<=.)([A-Z]|(?<![0-9])[0-9])");

  private RuleId() {}

  /** Returns the id of a rule in kebab-case. */
  static String of(Class<? extends Rule> rule) {
    return IDS.get(rule);
  }

  @Override
  protected String computeValue(Class<?> rule) {
    return NEXT_WORD.matcher(rule.getSimpleName()).replaceAll("-$1").toLowerCase(Locale.ROOT);
  }
}
