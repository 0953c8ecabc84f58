package dev.autoheal.cli;

import dev.autoheal.report.Version;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** Prints the manual page, which has the same content as the help of all commands. */
final class ManPageCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    HelpLayout.head(
        spec,
        "generate-man-page",
        new HelpLayout.Text("Print the manual page.", "autoheal generate-man-page | man -l -"));
    HelpLayout.common(spec, "Success.", "", "Wrong usage.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    console.out().print(new Page(new RootSpec().whole()).text());
    return ExitCode.OK;
  }

  /** The manual page in the macros of man(7), which every formatter of manual pages knows. */
  private static final class Page {
    private final CommandSpec root;
    private final StringBuilder text = new StringBuilder();

    Page(CommandSpec root) {
      this.root = root;
    }

    String text() {
      UsageMessageSpec usage = root.usageMessage();
      macro("TH", "AUTOHEAL", "1", "", "autoheal " + Version.NUMBER, "autoheal");
      macro("SH", "NAME");
      line("autoheal - " + String.join(" ", usage.header()));
      macro("SH", "SYNOPSIS");
      line(String.join(" ", usage.customSynopsis()));
      options(root);
      macro("SH", "EXIT STATUS");
      usage.exitCodeList().forEach(this::item);
      for (Map.Entry<String, picocli.CommandLine> verb : root.subcommands().entrySet()) {
        command(verb.getKey(), verb.getValue().getCommandSpec());
      }
      return text.toString();
    }

    private void command(String name, CommandSpec spec) {
      UsageMessageSpec usage = spec.usageMessage();
      macro("SH", "autoheal " + name);
      line(String.join(" ", usage.header()));
      macro("PP");
      line(String.join(" ", usage.customSynopsis()));
      for (PositionalParamSpec positional : spec.positionalParameters()) {
        item(positional.paramLabel(), String.join(" ", positional.description()));
      }
      options(spec);
    }

    private void options(CommandSpec spec) {
      for (ArgGroupSpec group : spec.argGroups()) {
        macro("SS", group.heading().replace("%n", "").replace(":", ""));
        group.allOptionsNested().stream()
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .forEach(option -> item(names(option), String.join(" ", option.description())));
      }
    }

    private static String names(OptionSpec option) {
      return Arrays.stream(option.names()).collect(Collectors.joining(", ")) + label(option);
    }

    private static String label(ArgSpec option) {
      return option.arity().max() == 0 ? "" : "=" + option.paramLabel();
    }

    /** Adds a name with its meaning, indented. */
    private void item(String name, String meaning) {
      macro("TP");
      macro("B", name);
      line(meaning);
    }

    private void macro(String name, String... arguments) {
      text.append('.').append(name);
      for (String argument : arguments) {
        text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
      }
      text.append('\n');
    }

    /** Adds a line of text. A leading dot or quote is escaped, because it would start a macro. */
    private void line(String words) {
      String escaped = escaped(words);
      boolean isMacro = escaped.startsWith(".") || escaped.startsWith("'");
      text.append(isMacro ? "\\&" : "").append(escaped).append('\n');
    }

    private static String escaped(String words) {
      return words.replace("\\", "\\e").replace("-", "\\-").replace("%n", "");
    }
  }
}
