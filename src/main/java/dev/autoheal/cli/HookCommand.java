package dev.autoheal.cli;

import dev.autoheal.hook.GitHook;
import dev.autoheal.hook.GitHook.Change;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.TerminalText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Installs or removes the git pre-commit hook. */
final class HookCommand implements Command {
  /**
   * The environment entry with the path of the launcher. It is missing when the jar was started
   * without the launcher.
   */
  static final String LAUNCHER = "AUTOHEAL_LAUNCHER";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    HelpLayout.head(
        spec,
        "hook install|uninstall",
        new HelpLayout.Text(
            "Review each commit in a git pre-commit hook, next to an existing hook.",
            "autoheal hook install",
            "autoheal hook uninstall"));
    spec.usageMessage().parameterListHeading("%nAction:%n");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ACTION")
            .type(String.class)
            .arity("0..1")
            .completionCandidates(List.of("install", "uninstall"))
            .description(
                "install adds a pre-commit hook that runs"
                    + " `autoheal review --base HEAD --staged`. uninstall removes it."
                    + " git commit --no-verify skips it.")
            .build());
    HelpLayout.common(spec, "Success.", "", "Wrong usage, or no repository.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws IOException, UsageException {
    String action = arguments.matchedPositionalValue(0, "");
    Optional<String> launcher = Optional.ofNullable(console.environment().get(LAUNCHER));
    String message =
        switch (action) {
          case "install" ->
              installed(GitHook.of(console.current()).install(launcher), launcher.isPresent());
          case "uninstall" -> uninstalled(GitHook.of(console.current()).uninstall());
          case "" -> throw new UsageException("say what to do: hook install, or hook uninstall");
          default ->
              throw new UsageException(
                  "there is no hook %s; write install or uninstall".formatted(action));
        };
    console.out().print(message);
    return ExitCode.OK;
  }

  private static String installed(GitHook.Result result, boolean isFound) {
    String hook = TerminalText.clean(result.hook());
    if (result.change() == Change.NONE) {
      return "%s is in place already\n".formatted(hook);
    }
    if (result.change() == Change.RENEWED) {
      return "renewed %s\n".formatted(hook);
    }
    String kept =
        result
            .former()
            .map(TerminalText::clean)
            .map("kept the hook that was there, which runs first if it may be run: %s\n"::formatted)
            .orElse("");
    String needs =
        result.isCommitted()
            ? "It lies in the work tree: commit what lies there, and have autoheal on the PATH of all who use it.\n"
            : isFound ? "" : "It looks for autoheal on the PATH.\n";
    return """
        wrote %s
        %s%sA commit that brings a new finding into an AutoHeal section is stopped from now on.
          git commit --no-verify    commits it nevertheless
          autoheal hook uninstall   takes the hook out
        """
        .formatted(hook, kept, needs);
  }

  private static String uninstalled(GitHook.Result result) {
    String hook = TerminalText.clean(result.hook());
    if (result.change() == Change.NONE) {
      return "there is no hook of autoheal to take out: %s\n".formatted(hook);
    }
    return result.former().isPresent()
        ? "put the hook back that was there before: %s\n".formatted(hook)
        : "deleted %s\n".formatted(hook);
  }
}
