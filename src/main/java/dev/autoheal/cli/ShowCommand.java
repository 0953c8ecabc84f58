package dev.autoheal.cli;

import dev.autoheal.finding.Problem;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Linter;
import dev.autoheal.lint.Mode;
import dev.autoheal.lint.Progress;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.project.UsageException;
import dev.autoheal.report.TextReport;
import dev.autoheal.show.Show;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Describes what sections do: one file in sentences, several files in a table. */
final class ShowCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    HelpLayout.head(
        spec,
        "show [OPTION...] [PATH...]",
        new HelpLayout.Text(
            "Describe in plain words what AutoHeal sections do.",
            "autoheal show apps/shop/web.config",
            "autoheal show apps/shop/web.config --why",
            "autoheal show apps/shop/web.config --transform apps/shop/web.Release.config",
            "autoheal show apps --report csv"));
    LintOptionSpecs.input(spec);
    HelpLayout.group(spec, "Transforms", LintOptionSpecs.transform());
    HelpLayout.group(spec, "Rules", LintOptionSpecs.today());
    HelpLayout.group(
        spec,
        "Output",
        CommandRunner.flag("Show which policy lines apply to a file, and what they set.", "--why"),
        ReportTarget.option(Show.Format.class),
        LintOptionSpecs.color());
    HelpLayout.common(
        spec, "Success.", "A section cannot be read.", "Wrong usage, invalid policy, or no files.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws IOException, UsageException {
    boolean why = arguments.matchedOptionValue("--why", false);
    boolean isChain = arguments.hasMatchedOption("--transform");
    ReportTarget<Show.Format> target =
        ReportTarget.of(
            arguments.matchedOptionValue("--report", "text"), Show.Format.class, console);
    requireRoom(why, "--why", target.format());
    requireRoom(isChain, "--transform", target.format());
    if (isChain && !isOne(arguments, console)) {
      throw new UsageException("--transform requires exactly one web.config as PATH; add it");
    }
    List<CheckedFile> checked = Collections.synchronizedList(new ArrayList<>());
    LintResult result =
        new Linter(
                LintArguments.of(Mode.CHECK, ReportNeeds.NONE, arguments, console),
                note -> console.err().println("autoheal: " + TextReport.shown(note)),
                console.errIsTerminal() ? new ProgressLine(console.err()) : Progress.NONE)
            .run(checked::add);
    String color = LintArguments.color(arguments);
    for (Problem error : result.errors()) {
      console.err().print(TextReport.problem(error, console.errorStyle(color)));
    }
    ExitCode code = ExitCode.of(result, Optional.empty(), false);
    if (code == ExitCode.USAGE) {
      return code;
    }
    checked.sort(Comparator.comparing(file -> file.result().path()));
    Show show = new Show(checked, why, isOne(arguments, console));
    target.write(console, color, (out, style) -> show.write(target.format(), out, style));
    return code == ExitCode.OK && show.isBroken() ? ExitCode.FINDINGS : code;
  }

  private static void requireRoom(boolean wanted, String option, Show.Format format)
      throws UsageException {
    if (wanted && !format.hasReasons()) {
      throw new UsageException("%s requires --report text or json; add it".formatted(option));
    }
  }

  private static boolean isOne(ParseResult arguments, Console console) {
    List<Path> paths = LintArguments.paths(arguments);
    return paths.size() == 1 && !Files.isDirectory(console.current().resolve(paths.get(0)));
  }
}
