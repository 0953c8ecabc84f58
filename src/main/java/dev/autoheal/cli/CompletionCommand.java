package dev.autoheal.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints a script that completes commands and options in bash and zsh. */
final class CompletionCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    HelpLayout.head(
        spec,
        "generate-completion",
        new HelpLayout.Text(
            "Print a completion script for bash and zsh.",
            "source <(autoheal generate-completion)"));
    HelpLayout.common(spec, "Success.", "", "Wrong usage.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    console.out().print(AutoComplete.bash("autoheal", new CommandLine(new RootSpec().whole())));
    console.out().print('\n');
    return ExitCode.OK;
  }
}
