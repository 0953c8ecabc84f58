package dev.autoheal.cli;

import dev.autoheal.report.Version;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Builds the specification of the program itself, which its commands are added to. */
final class RootSpec {
  /** Returns the program with all commands, for help, completion and suggestions. */
  CommandSpec whole() {
    CommandSpec spec = CommandSpec.create().name("autoheal").version("autoheal " + Version.NUMBER);
    HelpLayout.head(
        spec,
        "COMMAND [OPTION...] [PATH...]",
        new HelpLayout.Text(
            "Check, rewrite and explain Azure App Service AutoHeal settings in web.config.",
            "autoheal check               check every web.config below the current folder",
            "autoheal diff apps/shop      show what the policy would change",
            "autoheal apply apps/shop     make these changes",
            "autoheal help check          show the options of a command"));
    HelpLayout.group(
        spec,
        "Options",
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build(),
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version.")
            .build());
    spec.usageMessage().commandListHeading("%nCommands:%n");
    HelpLayout.exitCodes(
        spec,
        "Success, or no errors found.",
        "Errors found, or changes that diff shows.",
        "Wrong usage, invalid policy, or nothing to check.",
        "Internal or I/O error.");
    for (String name : Commands.names()) {
      spec.addSubcommand(name, Commands.find(name).orElseThrow().spec());
    }
    return spec;
  }
}
