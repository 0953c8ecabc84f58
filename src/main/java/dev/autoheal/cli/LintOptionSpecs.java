package dev.autoheal.cli;

import dev.autoheal.finding.Severity;
import dev.autoheal.lint.Mode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    common(spec, verb);
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
                "Files, or folders to search for web.config and transforms (default: the current"
                    + " folder). Use - for standard input.")
            .build());
    HelpLayout.group(
        spec,
        "Policy",
        policy(),
        basePolicy(),
        text(
            "--app",
            "NAME",
            "Use this app for the files, even if its patterns do not match them."));
    HelpLayout.group(
        spec,
        "Files",
        path("--stdin-filename", "Treat standard input as the file with this path."),
        CommandRunner.flag("Exit 0 when no files match.", "--allow-no-files"));
  }

  /** Adds the options for the revisions to compare. */
  private static void range(CommandSpec spec) {
    HelpLayout.group(
        spec,
        "Range",
        text("--base", "REVISION", "Compare with this branch or commit (required)."),
        text("--head", "REVISION", "Review this branch or commit (default: the working tree)."),
        CommandRunner.flag("Review what is staged for the next commit.", "--staged"),
        CommandRunner.flag("Report all findings in changed files, not only new ones.", "--all"));
    HelpLayout.group(spec, "Policy", policy(), basePolicy());
  }

  private static OptionSpec policy() {
    return path("--policy", "Use this policy instead of the nearest autoheal.yaml.");
  }

  private static OptionSpec basePolicy() {
    return path(
        "--base-policy", "Use this policy as the base of all others, as if they extended it.");
  }

  /** Returns the command as the user types it. */
  static String name(Mode verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }

  private static HelpLayout.Text help(Mode verb) {
    return switch (verb) {
      default ->
          new HelpLayout.Text(
              "Find mistakes in AutoHeal sections and differences from the policy.",
              "autoheal check",
              "autoheal check apps/shop/web.config --fail-on warning",
              "autoheal check --report json=report.json");
      case REVIEW ->
          new HelpLayout.Text(
              "Report the findings that a change adds or fixes, and what the change means.",
              "autoheal review --base origin/main",
              "autoheal review --base origin/main --head feature --report json=review.json",
              "autoheal review --base HEAD --staged");
      case DIFF ->
          new HelpLayout.Text(
              "Show what apply would change and what that means, and a patch for git apply.",
              "autoheal diff apps/shop",
              "autoheal diff | git apply");
      case APPLY ->
          new HelpLayout.Text(
              "Rewrite AutoHeal sections to match the policy, and leave every other byte alone.",
              "autoheal apply apps/shop",
              "autoheal apply --dry-run");
    };
  }

  private static void common(CommandSpec spec, Mode verb) {
    String usage = "Wrong usage, invalid policy, or nothing to check.";
    switch (verb) {
      case REVIEW ->
          HelpLayout.common(
              spec,
              "No new findings at or above --fail-on.",
              "New findings at or above --fail-on.",
              "Wrong usage, invalid policy, or unknown revision.");
      case DIFF ->
          HelpLayout.common(
              spec, "Nothing would change.", "Changes, or findings at or above --fail-on.", usage);
      case APPLY ->
          HelpLayout.common(
              spec,
              "All files match the policy.",
              "A file cannot be changed to match, findings at or above --fail-on, or changes with"
                  + " --dry-run.",
              usage);
      default ->
          HelpLayout.common(
              spec, "No findings at or above --fail-on.", "Findings at or above --fail-on.", usage);
    }
  }

  private static void fixing(CommandSpec spec) {
    HelpLayout.group(
        spec,
        "Fixes",
        CommandRunner.flag("Make the fixes that keep the meaning of a section.", "--fix"),
        CommandRunner.flag(
            "With --fix, also make fixes that may change the meaning.", "--unsafe-fixes"),
        CommandRunner.flag(
            "With --fix, show the fixes as a patch instead of making them.", "--diff"));
  }

  private static void rewriting(CommandSpec spec) {
    HelpLayout.group(
        spec,
        "Rewriting",
        CommandRunner.flag("Show what would change, as diff does.", "--dry-run"),
        CommandRunner.flag("Create files that the policy names without a wildcard.", "--create"),
        CommandRunner.flag(
            "Replace a section that cannot be edited. What is left out is kept in a comment.",
            "--rebuild"),
        CommandRunner.flag(
            "With --rebuild, drop what is left out; write no comment.", "--discard"));
  }

  /** Builds the option {@code --transform}. */
  static OptionSpec transform() {
    return OptionSpec.builder("--transform")
        .paramLabel("FILE")
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .converters(new Converters.ToPath())
        .description("Show the result of this transform (repeatable, in order).")
        .build();
  }

  /** Builds the option {@code --today}. */
  static OptionSpec today() {
    return OptionSpec.builder("--today")
        .paramLabel("YYYY-MM-DD")
        .type(LocalDate.class)
        .converters(new Converters.ToDay())
        .description(
            "Use this date to tell which suppressions have expired (default: today in UTC).")
        .build();
  }

  private static void output(CommandSpec spec) {
    List<String> formats = Converters.words(ReportFormat.class);
    HelpLayout.group(
        spec,
        "Output",
        OptionSpec.builder("--report")
            .paramLabel("FORMAT[=FILE]")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .completionCandidates(formats)
            .description(
                "Write a report to FILE or standard output (repeatable): "
                    + String.join(", ", formats)
                    + ".")
            .build(),
        choice(
            "--fail-on",
            "SEVERITY",
            FailOn.class,
            "Exit 1 at this severity or above: error (default), warning, info (notes), never."),
        CommandRunner.flag("Show notes and skipped files too.", "-v", "--verbose"),
        CommandRunner.flag("Print findings and changes only, without a summary.", "-q", "--quiet"),
        color());
  }

  /** Builds the option {@code --color}. */
  static OptionSpec color() {
    return choice(
        "--color", "WHEN", Color.class, "Color the output: auto (default), always, never.");
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
