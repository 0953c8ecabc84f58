package dev.autoheal.cli;

import dev.autoheal.finding.Severity;
import dev.autoheal.lint.Mode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Builds the options of check, diff, apply and review, some of which other commands share. */
final class LintOptionSpecs {
  private LintOptionSpecs() {}

  /** The values of {@code --color}. */
  enum Color {
    /** Output is colored on a terminal. */
    AUTO,
    /** Output is always colored. */
    ALWAYS,
    /** Output is never colored. */
    NEVER
  }

  /** The values of {@code --fail-on}. */
  enum FailOn {
    /** Only errors count. */
    ERROR(Severity.ERROR),
    /** Errors and warnings count. */
    WARNING(Severity.WARNING),
    /** All findings count. */
    INFO(Severity.INFO),
    /** No finding counts. */
    NEVER(null);

    private final Severity severity;

    FailOn(Severity severity) {
      this.severity = severity;
    }

    /** Returns the lowest severity that counts; empty if none does. */
    Optional<Severity> severity() {
      return Optional.ofNullable(severity);
    }
  }

  /**
   * Builds the options of a command.
   *
   * @param verb the mode that has the name of the command
   */
  static CommandSpec of(Mode verb) {
    CommandSpec spec = CommandSpec.create();
    boolean isReview = verb == Mode.REVIEW;
    String synopsis = isReview ? " --base REVISION [OPTION...]" : " [OPTION...] [PATH...]";
    HelpLayout.head(spec, name(verb) + synopsis, help(verb));
    if (isReview) {
      range(spec);
    } else {
      input(spec);
    }
    if (verb == Mode.CHECK) {
      fixing(spec);
    }
    if (verb == Mode.APPLY) {
      rewriting(spec);
    }
    HelpLayout.group(spec, "Rules", today());
    output(spec);
    HelpLayout.common(spec);
    return spec;
  }

  /** Adds the paths to read, and the options for their policy. */
  static void input(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(new Converters.ToPath())
            .arity("0..*")
            .description(
                "Files, or folders to search for web.config and transforms; the current folder by"
                    + " default. - reads standard input.")
            .build());
    HelpLayout.group(
        spec,
        "Policy",
        policy(),
        basePolicy(),
        text("--app", "NAME", "Bind the files to this app, whatever its patterns say."));
    HelpLayout.group(
        spec,
        "Files",
        path("--stdin-filename", "The path that standard input goes by."),
        CommandRunner.flag("--allow-no-files", "Do not mind finding nothing to check."));
  }

  /** Adds the options for the revisions to compare. */
  private static void range(CommandSpec spec) {
    HelpLayout.group(
        spec,
        "Range",
        text("--base", "REVISION", "What the changes are to go into, a branch say; required."),
        text("--head", "REVISION", "What holds them; the files on the disk by default."),
        CommandRunner.flag("--staged", "Take what is staged for the next commit."),
        CommandRunner.flag(
            "--all", "Mind all findings in the files that changed, not only new ones."));
    HelpLayout.group(spec, "Policy", policy(), basePolicy());
  }

  private static OptionSpec policy() {
    return path("--policy", "Use this policy instead of the nearest autoheal.yaml.");
  }

  private static OptionSpec basePolicy() {
    return path("--base-policy", "Put this policy under all others, as if they extended it.");
  }

  /** Returns the command as the user types it. */
  static String name(Mode verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }

  private static HelpLayout.Text help(Mode verb) {
    return switch (verb) {
      default ->
          new HelpLayout.Text(
              "Find what is wrong with AutoHeal sections, and where they differ from the policy.",
              "autoheal check",
              "autoheal check apps/shop/web.config --fail-on warning",
              "autoheal check --report json=report.json");
      case REVIEW ->
          new HelpLayout.Text(
              "Find what a range of commits breaks and mends, and what will happen differently.",
              "autoheal review --base origin/main",
              "autoheal review --base origin/main --head feature --report json=review.json",
              "autoheal review --base HEAD --staged");
      case DIFF ->
          new HelpLayout.Text(
              "Show what apply would change and what that means, with a patch for git apply.",
              "autoheal diff apps/shop",
              "autoheal diff | git apply");
      case APPLY ->
          new HelpLayout.Text(
              "Rewrite AutoHeal sections to what the policy asks; nothing else in a file moves.",
              "autoheal apply apps/shop",
              "autoheal apply --dry-run");
    };
  }

  private static void fixing(CommandSpec spec) {
    HelpLayout.group(
        spec,
        "Fixes",
        CommandRunner.flag(
            "--fix", "Mend what can be mended without changing what a section means."),
        CommandRunner.flag(
            "--unsafe-fixes", "With --fix, fix also what may change it: rename, move, rebuild."),
        CommandRunner.flag(
            "--diff", "With --fix, show the fixes as a patch instead of making them."));
  }

  private static void rewriting(CommandSpec spec) {
    HelpLayout.group(
        spec,
        "Rewriting",
        CommandRunner.flag("--dry-run", "Show what would change, as diff does."),
        CommandRunner.flag("--create", "Create files that the policy names without a wildcard."),
        CommandRunner.flag(
            "--rebuild",
            "Replace a section whose parts are ambiguous. What it leaves out becomes a comment."),
        CommandRunner.flag("--discard", "With --rebuild, drop what is left out."));
  }

  /** Builds the option {@code --transform}. */
  static OptionSpec transform() {
    return OptionSpec.builder("--transform")
        .paramLabel("FILE")
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .converters(new Converters.ToPath())
        .description("Show what results once this transform is applied; repeatable, in order.")
        .build();
  }

  /** Builds the option {@code --today}. */
  static OptionSpec today() {
    return OptionSpec.builder("--today")
        .paramLabel("YYYY-MM-DD")
        .type(LocalDate.class)
        .converters(new Converters.ToDay())
        .description("The day by which exceptions end; today in UTC by default.")
        .build();
  }

  private static void output(CommandSpec spec) {
    String formats =
        Arrays.stream(ReportFormat.values())
            .map(ReportFormat::word)
            .collect(Collectors.joining(", "));
    HelpLayout.group(
        spec,
        "Output",
        OptionSpec.builder("--report")
            .paramLabel("FORMAT[=FILE]")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .completionCandidates(
                Arrays.stream(ReportFormat.values()).map(ReportFormat::word).toList())
            .description(
                "Write a report, to a file or standard output; repeatable. Formats: "
                    + formats
                    + ".")
            .build(),
        choice(
            "--fail-on",
            "SEVERITY",
            FailOn.class,
            "Exit with 1 from here on: error (default), warning, info or never."),
        CommandRunner.flag("--verbose", "Show infos and skipped files too."),
        color());
  }

  /** Builds the option {@code --color}. */
  static OptionSpec color() {
    return choice("--color", "WHEN", Color.class, "auto (default), always or never.");
  }

  /** Builds an option that takes the name of an enum constant, in any letter case. */
  static <E extends Enum<E>> OptionSpec choice(
      String name, String label, Class<E> type, String description) {
    Converters.ToChoice<E> converter = new Converters.ToChoice<>(type);
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(type)
        .converters(converter)
        .completionCandidates(converter.words())
        .description(description)
        .build();
  }

  private static OptionSpec path(String name, String description) {
    return OptionSpec.builder(name)
        .paramLabel("FILE")
        .type(Path.class)
        .converters(new Converters.ToPath())
        .description(description)
        .build();
  }

  private static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }
}
