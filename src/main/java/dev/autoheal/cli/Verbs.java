package dev.autoheal.cli;

import dev.autoheal.run.Options.Mode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The verbs in the order of {@code --help}; a new one is a class and a line here. */
final class Verbs {
  private static final Map<String, Supplier<Command>> ALL = all();

  private Verbs() {}

  private static Map<String, Supplier<Command>> all() {
    Map<String, Supplier<Command>> verbs = new LinkedHashMap<>();
    verbs.put("check", () -> new RunCommand(Mode.CHECK));
    verbs.put("diff", () -> new RunCommand(Mode.DIFF));
    verbs.put("apply", () -> new RunCommand(Mode.APPLY));
    verbs.put("review", () -> new RunCommand(Mode.REVIEW));
    verbs.put("init", InitCommand::new);
    verbs.put("show", ShowCommand::new);
    verbs.put("explain", ExplainCommand::new);
    verbs.put("hook", HookCommand::new);
    verbs.put("schema", SchemaCommand::new);
    verbs.put("generate-completion", CompletionCommand::new);
    verbs.put("generate-man-page", ManPageCommand::new);
    return verbs;
  }

  static Map<String, Supplier<Command>> list() {
    return ALL;
  }
}
