package dev.autoheal.section;

import java.util.regex.Pattern;

/**
 * Finds tokens that a deployment tool replaces: <code>#{x}#</code>, <code>#{x}</code>, {@code %x%},
 * {@code $(x)}, <code>${x}</code>, {@code __x__}, <code>{{x}}</code>.
 */
public final class DeploymentToken {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.:-]*";
  private static final String BRACKETED =
      "#\\{[^{}]+}#?|\\$\\{[^{}]+}|\\{\\{[^{}]+}}|\\$\\([^()]+\\)|__" + NAME + "?__";
  private static final Pattern IN_COMMAND = Pattern.compile(BRACKETED);
  private static final Pattern TOKEN = Pattern.compile(BRACKETED + "|%" + NAME + "%");

  private DeploymentToken() {}

  /** Returns whether a value is a token or contains one. */
  public static boolean isIn(String value) {
    return isPossible(value) && TOKEN.matcher(value).find();
  }

  /**
   * Returns whether a program or its arguments contain a token. There, {@code %x%} is an
   * environment variable, which no deployment tool replaces.
   */
  static boolean isInCommand(String value) {
    return isPossible(value) && IN_COMMAND.matcher(value).find();
  }

  private static boolean isPossible(String value) {
    return value.indexOf('{') >= 0
        || value.indexOf('(') >= 0
        || value.indexOf('%') >= 0
        || value.contains("__");
  }
}
