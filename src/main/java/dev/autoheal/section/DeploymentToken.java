package dev.autoheal.section;

import java.util.regex.Pattern;

/**
 * Finds tokens that a deployment tool replaces: <code>#{x}#</code>, <code>#{x}</code>, {@code %x%},
 * {@code $(x)}, <code>${x}</code>, {@code __x__}, <code>{{x}}</code>.
 */
public final class DeploymentToken {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.:-]*";
  private static final Pattern TOKEN =
      Pattern.compile(
          "#\\{[^{}]+}#?|\\$\\{[^{}]+}|\\{\\{[^{}]+}}|\\$\\([^()]+\\)|%"
              + NAME
              + "%|__"
              + NAME
              + "?__");

  private DeploymentToken() {}

  /** Returns whether a value is a token or contains one. */
  public static boolean isIn(String value) {
    boolean possible =
        value.indexOf('{') >= 0
            || value.indexOf('(') >= 0
            || value.indexOf('%') >= 0
            || value.contains("__");
    return possible && TOKEN.matcher(value).find();
  }
}
