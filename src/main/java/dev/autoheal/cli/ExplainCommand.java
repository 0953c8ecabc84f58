package dev.autoheal.cli;

import dev.autoheal.project.UsageException;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RulePage;
import dev.autoheal.rules.Rules;
import dev.autoheal.text.Spelling;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Prints the page of a rule, or the list of rules. It needs no file, no policy and no network. */
final class ExplainCommand implements Command {
  /** The values of {@code --format}. */
  private enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    HelpLayout.head(
        spec,
        "explain [RULE] [--format text|json|markdown]",
        new HelpLayout.Text(
            "Explain a rule, or list all of them.",
            "autoheal explain",
            "autoheal explain invalid-time-span"));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .type(String.class)
            .arity("0..1")
            .completionCandidates(ids())
            .description("The name of a rule, as findings show it in brackets.")
            .build());
    HelpLayout.group(
        spec,
        "Output",
        OptionSpec.builder("--format")
            .paramLabel("FORMAT")
            .type(Format.class)
            .converters(new Converters.ToChoice<>(Format.class))
            .description("text (default), json or markdown.")
            .build());
    HelpLayout.common(spec);
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws IOException, UsageException {
    String name = arguments.matchedPositionalValue(0, "");
    Format format = arguments.matchedOptionValue("--format", Format.TEXT);
    boolean colour = console.colours("auto", console.outIsTerminal());
    List<Rule> rules = name.isEmpty() ? Rules.all() : List.of(named(name));
    if (format == Format.JSON) {
      RuleExplanation.json(rules, console.out());
    } else if (name.isEmpty()) {
      console
          .out()
          .print(
              format == Format.TEXT
                  ? RuleExplanation.list(rules, colour)
                  : RuleExplanation.table(rules));
    } else {
      Rule rule = rules.get(0);
      console
          .out()
          .print(
              format == Format.TEXT
                  ? RuleExplanation.page(rule, colour)
                  : RulePage.of(rule).markdown());
    }
    return ExitCode.OK;
  }

  private static Rule named(String name) throws UsageException {
    return Rules.all().stream()
        .filter(rule -> rule.id().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("there is no rule %s; %s".formatted(name, suggestion(name))));
  }

  private static String suggestion(String name) {
    return Spelling.nearest(name, ids())
        .map("did you mean %s?"::formatted)
        .orElse("`autoheal explain` lists all");
  }

  private static List<String> ids() {
    return Rules.all().stream().map(Rule::id).toList();
  }
}
