package dev.autoheal.cli;

import dev.autoheal.lint.Mode;
import java.util.List;
import java.util.Optional;

/**
 * The list of commands. A new command needs a class, a name in the list and a case in the switch.
 */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "check",
          "diff",
          "apply",
          "review",
          "init",
          "show",
          "explain",
          "hook",
          "schema",
          "generate-completion",
          "generate-man-page");

  private Commands() {}

  /** Returns the names of the commands, in the order of {@code --help}. */
  static List<String> names() {
    return NAMES;
  }

  /**
   * Creates the command with a name; empty when there is none. A switch loads no other command
   * class.
   */
  static Optional<Command> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "check" -> new LintCommand(Mode.CHECK);
          case "diff" -> new LintCommand(Mode.DIFF);
          case "apply" -> new LintCommand(Mode.APPLY);
          case "review" -> new LintCommand(Mode.REVIEW);
          case "init" -> new InitCommand();
          case "show" -> new ShowCommand();
          case "explain" -> new ExplainCommand();
          case "hook" -> new HookCommand();
          case "schema" -> new SchemaCommand();
          case "generate-completion" -> new CompletionCommand();
          case "generate-man-page" -> new ManPageCommand();
          default -> null;
        });
  }
}
