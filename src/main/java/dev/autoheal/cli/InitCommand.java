package dev.autoheal.cli;

import dev.autoheal.init.Init;
import dev.autoheal.policy.read.BuiltInPresets;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.TerminalText;
import dev.autoheal.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Writes the first policy and its schema, and prints the next steps. */
final class InitCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    HelpLayout.head(
        spec,
        "init [OPTION...] [PATH...]",
        new HelpLayout.Text(
            "Write a policy that describes the AutoHeal sections as they are now.",
            "autoheal init",
            "autoheal init apps --accept",
            "autoheal init --preset starter"));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(new Converters.ToPath())
            .arity("0..*")
            .description(
                "Files, or folders to search for web.config. If you name exactly one folder,"
                    + " the policy is written there, otherwise to the current folder.")
            .build());
    HelpLayout.group(
        spec,
        "Policy",
        OptionSpec.builder("--preset")
            .paramLabel("NAME")
            .type(String.class)
            .completionCandidates(BuiltInPresets.NAMES)
            .description(
                "Require a built-in preset in each app, whatever its section contains now: "
                    + String.join(", ", BuiltInPresets.NAMES)
                    + ".")
            .build(),
        CommandRunner.flag("Accept current findings for 90 days, as exceptions.", "--accept"),
        CommandRunner.flag("Replace an existing policy.", "--force"));
    HelpLayout.group(spec, "Rules", LintOptionSpecs.today());
    HelpLayout.common(
        spec, "Success.", "", "Wrong usage, the policy exists already, or nothing to describe.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws IOException, UsageException {
    List<Path> paths = arguments.matchedPositionalValue(0, List.of(Path.of("")));
    Optional<String> preset = Optional.ofNullable(arguments.matchedOptionValue("--preset", null));
    Init.Request request =
        new Init.Request(
            paths,
            console.current(),
            preset,
            arguments.matchedOptionValue("--accept", false),
            arguments.matchedOptionValue("--force", false),
            arguments.matchedOptionValue("--today", LocalDate.now(ZoneOffset.UTC)),
            SchemaCommand.policy());
    Init.Result result =
        new Init(request, note -> console.err().println("autoheal: " + TextReport.shown(note)))
            .run();
    String where =
        paths.size() == 1 && !paths.get(0).toString().isEmpty()
            ? " " + TerminalText.clean(quoted(paths.get(0).toString()))
            : "";
    console.out().print(written(result) + next(result, where, preset.isPresent()));
    return ExitCode.OK;
  }

  /** Quotes a path if needed, so that a shell reads it as one word. */
  private static String quoted(String path) {
    return path.matches("[\\w./\\\\:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private static String written(Init.Result result) {
    String apps = result.apps() == 0 ? "no apps yet" : count(result.apps(), "app");
    String accepted =
        result.exceptions() == 0
            ? ""
            : ", %s without a reason yet".formatted(count(result.exceptions(), "exception"));
    return """
    wrote %s (%s%s)
    wrote %s (completion and help in editors)
    """
        .formatted(
            TerminalText.clean(result.policy()),
            apps,
            accepted,
            TerminalText.clean(result.schema()));
  }

  private static String next(Init.Result result, String where, boolean hasPreset) {
    if (result.apps() == 0) {
      return """

      Next steps:
        Add your apps as the last comment of the policy shows, or run autoheal init --preset starter --force.
        autoheal check%s   checks these files
      """
          .formatted(where);
    }
    if (hasPreset) {
      return """

      Next steps:
        autoheal diff%1$s    shows the changes that the policy requires
        autoheal apply%1$s   writes the changes
        autoheal check%1$s   then reports no differences
      """
          .formatted(where);
    }
    return """

        Next steps:
          autoheal check%1$s   now reports %2$s, %3$s and no differences
        %4$s  autoheal show%1$s    describes the sections in plain words
          autoheal diff%1$s    shows the effect after you change a value in the policy
          autoheal apply%1$s   writes the change to web.config
        """
        .formatted(
            where,
            count(result.errors(), "error"),
            count(result.warnings(), "warning"),
            accept(result, where));
  }

  /** Names the option that makes check succeed; empty if it succeeds already. */
  private static String accept(Init.Result result, String where) {
    return result.errors() == 0
        ? ""
        : "  autoheal init%s --force --accept   accepts the errors as exceptions for 90 days\n"
            .formatted(where);
  }

  private static String count(long count, String noun) {
    return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
