package dev.autoheal.cli;

import dev.autoheal.project.RunOptions.Mode;
import java.util.List;
import java.util.Optional;

/** The verbs; a new one is a class and its lines here. */
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

  /** Their names, in the order of {@code --help}. */
  static List<String> names() {
    return NAMES;
  }

  /** Makes the verb of that name, if there is one; a switch loads no class but that one. */
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
