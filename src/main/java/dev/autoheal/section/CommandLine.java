package dev.autoheal.section;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command line, split as programs for Windows do it.
 *
 * @param arguments the arguments without the quotes around them
 * @param hasSecret whether the whole line holds a secret, which an argument may be a piece of
 */
record CommandLine(List<String> arguments, boolean hasSecret) {
  private static final Pattern VARIABLE = Pattern.compile("%[^%]+%");
  private static final String PRIMES = "'`\u2032\u2033\uFF02\uFF07";

  /**
   * Splits a text. Spaces and tabs separate arguments, except between double quotes. A quote after
   * a backslash is part of the argument.
   */
  static CommandLine of(String text) {
    List<String> arguments = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean isQuoted = false;
    boolean isOpen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
        isOpen = true;
      } else if ((c == ' ' || c == '\t') && !isQuoted) {
        if (isOpen) {
          arguments.add(current.toString());
          current.setLength(0);
        }
        isOpen = false;
      } else {
        boolean escapes = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        current.append(escapes ? text.charAt(++i) : c);
        isOpen = true;
      }
    }
    if (isOpen) {
      arguments.add(current.toString());
    }
    return new CommandLine(List.copyOf(arguments), !Secrets.in(text).isEmpty());
  }

  /** Returns an argument for a message. Next to a secret, no argument is shown. */
  String shown(String argument) {
    return Quoted.literal(hasSecret ? "…" : argument);
  }

  /** Returns whether an argument holds an environment variable, whose value is not known. */
  static boolean hasVariable(String argument) {
    return VARIABLE.matcher(argument).find();
  }

  /** Returns whether an argument begins with a dash that only looks like the one of an option. */
  static boolean isTypographicOption(String argument) {
    return !argument.isEmpty()
        && argument.charAt(0) != '-'
        && (Character.getType(argument.charAt(0)) == Character.DASH_PUNCTUATION
            || argument.charAt(0) == '\u2212');
  }

  /** Returns the text without quotes that the shell does not know, at its start and its end. */
  static String withoutOtherQuotes(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isOtherQuote(text.charAt(start))) {
      start++;
    }
    while (start < end && isOtherQuote(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isOtherQuote(char c) {
    return switch (Character.getType(c)) {
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
      default -> c == '\u201A' || c == '\u201E' || PRIMES.indexOf(c) >= 0;
    };
  }
}
