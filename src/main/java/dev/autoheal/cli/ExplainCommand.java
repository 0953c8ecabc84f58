package dev.autoheal.cli;

import dev.autoheal.policy.read.BuiltInPresets;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.TextStyle;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RulePage;
import dev.autoheal.rules.Rules;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Prints the page of a rule, a preset, or the list of rules. It needs no file and no policy. */
final class ExplainCommand implements Command {
  /** The values of {@code --report}. */
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
        "explain [OPTION...] [RULE|PRESET]",
        new HelpLayout.Text(
            "Explain a rule or a built-in preset, or list all of them.",
            "autoheal explain",
            "autoheal explain invalid-time-span",
            "autoheal explain starter"));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE|PRESET")
            .type(String.class)
            .arity("0..1")
            .completionCandidates(names())
            .description("A preset, or a rule as shown in brackets at the end of a finding.")
            .build());
    HelpLayout.group(spec, "Output", ReportTarget.option(Format.class));
    HelpLayout.common(spec, "Success.", "", "Wrong usage, or no such rule or preset.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws IOException, UsageException {
    String name = arguments.matchedPositionalValue(0, "");
    requireKnown(name);
    ReportTarget<Format> target =
        ReportTarget.of(arguments.matchedOptionValue("--report", "text"), Format.class, console);
    target.write(console, "auto", (out, style) -> write(name, target.format(), style, out));
    return ExitCode.OK;
  }

  private static void write(String name, Format format, TextStyle style, OutputStream out)
      throws IOException {
    if (BuiltInPresets.NAMES.contains(name)) {
      switch (format) {
        case TEXT -> print(BuiltInPresets.text(name), out);
        case JSON -> RuleExplanation.presetJson(name, out);
        case MARKDOWN -> print(RuleExplanation.presetPage(name), out);
      }
      return;
    }
    List<Rule> rules =
        Rules.all().stream().filter(rule -> name.isEmpty() || rule.id().equals(name)).toList();
    switch (format) {
      case TEXT ->
          print(
              name.isEmpty()
                  ? RuleExplanation.list(style)
                  : RuleExplanation.page(rules.get(0), style),
              out);
      case JSON -> RuleExplanation.json(rules, out);
      case MARKDOWN ->
          print(
              name.isEmpty() ? RuleExplanation.table(rules) : RulePage.of(rules.get(0)).markdown(),
              out);
    }
  }

  private static void print(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireKnown(String name) throws UsageException {
    if (!name.isEmpty() && !names().contains(name)) {
      throw new UsageException(
          "unknown rule or preset %s; %s".formatted(Quoted.literal(name), suggestion(name)));
    }
  }

  private static String suggestion(String name) {
    return Spelling.nearest(name, names())
        .map("did you mean '%s'?"::formatted)
        .orElse("run `autoheal explain` for a list");
  }

  private static List<String> names() {
    return Stream.concat(Rules.all().stream().map(Rule::id), BuiltInPresets.NAMES.stream())
        .toList();
  }
}
