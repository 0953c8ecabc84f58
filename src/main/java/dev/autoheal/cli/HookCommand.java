package dev.autoheal.cli;

import dev.autoheal.hook.GitHook;
import dev.autoheal.hook.GitHook.Change;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.TerminalText;
import dev.autoheal.text.Quoted;
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
            "Install or remove a git pre-commit hook that reviews each commit.",
            "autoheal hook install",
            "autoheal hook uninstall"));
    spec.usageMessage().parameterListHeading("%nAction:%n");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ACTION")
            .type(String.class)
            .arity("0..1")
            .hideParamSyntax(true)
            .completionCandidates(List.of("install", "uninstall"))
            .description(
                "install adds a hook that runs `autoheal review --base HEAD --staged`; a hook that"
                    + " you already have runs first. uninstall removes it and restores yours."
                    + " `git commit --no-verify` skips both hooks.")
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
          case "" -> throw new UsageException("missing action; use hook install or hook uninstall");
          default ->
              throw new UsageException(
                  "unknown action %s; use install or uninstall".formatted(Quoted.literal(action)));
        };
    console.out().print(message);
    return ExitCode.OK;
  }

  private static String installed(GitHook.Result result, boolean isFound) {
    String hook = TerminalText.clean(result.hook());
    String attributes =
        result
            .attributes()
            .map(TerminalText::clean)
            .map("wrote %s, so that git checks out the hook with LF\n"::formatted)
            .orElse("");
    if (result.change() == Change.NONE) {
      return "%s is already installed\n%s".formatted(hook, attributes);
    }
    if (result.change() == Change.RENEWED) {
      return "updated %s\n%s".formatted(hook, attributes);
    }
    String kept =
        result
            .former()
            .map(TerminalText::clean)
            .map("kept the previous hook as %s; it runs first if it is executable\n"::formatted)
            .orElse("");
    String needs =
        result.isCommitted()
            ? "The hook is in the working tree: commit it, and add autoheal to the PATH of everyone who uses it.\n"
            : isFound ? "" : "The hook looks for autoheal on the PATH.\n";
    return """
        wrote %s
        %s%s%sThe hook stops a commit that adds errors to an AutoHeal section.
          git commit --no-verify    commits anyway
          autoheal hook uninstall   removes the hook
        """
        .formatted(hook, attributes, kept, needs);
  }

  private static String uninstalled(GitHook.Result result) {
    String hook = TerminalText.clean(result.hook());
    if (result.change() == Change.NONE) {
      return "found no autoheal hook at %s\n".formatted(hook);
    }
    return result.former().isPresent()
        ? "restored the previous hook %s\n".formatted(hook)
        : "deleted %s\n".formatted(hook);
  }
}
