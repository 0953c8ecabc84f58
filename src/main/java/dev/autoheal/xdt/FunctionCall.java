package dev.autoheal.xdt;

import dev.autoheal.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name with arguments, for example {@code Match(path)}.
 *
 * @param name the name before the parentheses
 * @param arguments the texts between the commas that are outside of inner parentheses; empty also
 *     for {@code Match()}
 */
record FunctionCall(String name, List<String> arguments) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(\\w+)(?:\\s*\\((.*)\\))?\\s*", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * Parses the value of an attribute.
   *
   * @throws TransformException if the value is neither a name nor a name with arguments in
   *     parentheses
   */
  static FunctionCall of(String value) throws TransformException {
    Matcher form = FORM.matcher(value);
    if (!form.matches()) {
      throw TransformException.error(
          "expected a name, or a name with arguments in parentheses, got " + Quoted.literal(value));
    }
    String arguments = form.group(2);
    return new FunctionCall(
        form.group(1), arguments == null || arguments.isEmpty() ? List.of() : split(arguments));
  }

  /**
   * Splits arguments at the commas. Like the engine, this removes the spaces around arguments only
   * if there are several.
   */
  private static List<String> split(String text) {
    if (text.indexOf(',') < 0) {
      return List.of(text);
    }
    List<String> arguments = new ArrayList<>();
    int start = 0;
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(' -> open++;
        case ')' -> open--;
        case ',' -> {
          if (open == 0) {
            arguments.add(text.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    arguments.add(text.substring(start).strip());
    return arguments;
  }

  /**
   * Returns the only argument.
   *
   * @throws TransformException if there is none, or more than one
   */
  String argument() throws TransformException {
    if (arguments.size() != 1) {
      throw TransformException.error(
          "%s expects 1 argument, got %d".formatted(name, arguments.size()));
    }
    return arguments.get(0);
  }
}
