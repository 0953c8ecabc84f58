package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.change.Difference;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.project.RunOptions.Mode;
import dev.autoheal.text.Location;
import dev.autoheal.text.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For people: findings with their source line, changes with what they mean, a summary. */
public final class TextReport implements Report {
  @Override
  public void write(ReportInput outcome, OutputStream out) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    LintResult result = outcome.result();
    if (result.mode() == Mode.REVIEW) {
      print(text, new ReviewTextReport(outcome).text());
      text.writeTo(out);
      return;
    }
    for (FileResult file : result.files()) {
      if (file.patch().length > 0) {
        write(file, outcome, text);
      }
      if (result.mode().isRewrite() || outcome.verbose()) {
        reason(file, outcome.verbose(), text);
      }
      findings(file.findings(), outcome, text);
    }
    findings(result.policyFindings(), outcome, text);
    print(text, new SummaryLine(result, outcome.verbose()).textIfAny(outcome.colour()));
    text.writeTo(out);
  }

  /** A problem as a compiler prints it, with its source line; alone if it is about no file. */
  public static String problem(Problem problem, boolean colour) {
    Location at = problem.location();
    String message = shown(problem.message());
    return at.path().isEmpty()
        ? "autoheal: %s\n".formatted(message)
        : "%s: %s: %s\n%s"
            .formatted(
                AnsiColor.BOLD.on(place(at), colour),
                AnsiColor.RED.on("error", colour),
                message,
                Excerpt.of(at, AnsiColor.RED, colour));
  }

  private static void findings(
      List<Finding> findings, ReportInput outcome, ByteArrayOutputStream text) {
    for (Finding finding : findings) {
      if (outcome.verbose() || finding.severity() != Severity.INFO) {
        print(text, finding(finding, outcome.colour()));
      }
    }
  }

  /** A finding as a compiler prints it, with its source line. */
  static String finding(Finding finding, boolean colour) {
    AnsiColor paint = paint(finding.severity());
    return "%s: %s: %s %s\n%s"
        .formatted(
            AnsiColor.BOLD.on(place(finding.location()), colour),
            paint.on(finding.severity().word(), colour),
            message(finding),
            AnsiColor.DIM.on("[" + finding.rule() + "]", colour),
            Excerpt.of(finding.location(), paint, colour));
  }

  /** What a finding says and which rule says it, without the place. */
  static String sentence(Finding finding) {
    return "%s [%s]".formatted(message(finding), finding.rule());
  }

  /** With the policy line, or whatever else it points at. */
  static String message(Finding finding) {
    String related =
        finding.related().stream()
            .filter(r -> !isSameLine(r.location(), finding.location()))
            .findFirst()
            .map(r -> " (%s:%d)".formatted(r.location().path(), r.location().line()))
            .orElse("");
    return shown(finding.message()) + TerminalText.clean(related);
  }

  private static boolean isSameLine(Location one, Location other) {
    return one.path().equals(other.path()) && one.line() == other.line();
  }

  /** {@code path:line:column}. */
  public static String place(Location at) {
    return "%s:%d:%d".formatted(TerminalText.clean(at.path()), at.line(), at.column());
  }

  /** Without credentials and without anything that a terminal obeys. */
  public static String shown(String text) {
    return TerminalText.clean(Secrets.redact(text));
  }

  private static AnsiColor paint(Severity severity) {
    return switch (severity) {
      case ERROR -> AnsiColor.RED;
      case WARNING -> AnsiColor.YELLOW;
      case INFO -> AnsiColor.CYAN;
    };
  }

  private static void write(FileResult file, ReportInput outcome, ByteArrayOutputStream text) {
    boolean colour = outcome.colour();
    print(text, AnsiColor.BOLD.on(TerminalText.clean(file.path()), colour) + "\n");
    print(text, differences(file.differences(), colour));
    file.fixed().forEach(finding -> print(text, fixed(finding, colour)));
    if (outcome.result().mode().isShown()) {
      Optional<String> reason = PatchFilter.reason(file.patch());
      if (reason.isEmpty()) {
        text.writeBytes(file.patch());
      } else {
        print(
            text,
            ("  the patch is withheld, since it %s; `autoheal %s` makes the change,"
                    + " --report patch=FILE writes the patch\n")
                .formatted(
                    reason.get(), outcome.result().mode().isFix() ? "check --fix" : "apply"));
      }
    }
  }

  private static String fixed(Finding finding, boolean colour) {
    String line =
        "  ~ %d:%d  %s [%s]"
            .formatted(
                finding.location().line(),
                finding.location().column(),
                TerminalText.clean(finding.fix().orElseThrow().title()),
                finding.rule());
    return AnsiColor.YELLOW.on(line, colour) + "\n";
  }

  /** The columns are as wide as their widest entry. */
  static String differences(List<Difference> differences, boolean colour) {
    int names = width(differences.stream().map(TextReport::name).toList());
    int values = width(differences.stream().map(TextReport::values).toList());
    StringBuilder lines = new StringBuilder();
    for (Difference difference : differences) {
      AnsiColor paint =
          switch (difference.kind()) {
            case SET -> AnsiColor.YELLOW;
            case ADD -> AnsiColor.GREEN;
            case REMOVE -> AnsiColor.RED;
          };
      String line =
          "  %s %s  %s  %s"
              .formatted(
                  sign(difference),
                  pad(name(difference), names),
                  pad(values(difference), values),
                  shown(difference.meaning()));
      lines.append(paint.on(line.stripTrailing(), colour)).append('\n');
    }
    return lines.toString();
  }

  private static String name(Difference difference) {
    return shown(difference.name());
  }

  private static String sign(Difference difference) {
    return switch (difference.kind()) {
      case SET -> "~";
      case ADD -> "+";
      case REMOVE -> "-";
    };
  }

  /** What changes and what that means. */
  static String sentence(Difference difference) {
    return Stream.of(name(difference), values(difference), shown(difference.meaning()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(": "));
  }

  /** {@code before -> after}, or the one of them that there is. */
  static String values(Difference difference) {
    String before = shown(difference.before());
    String after = shown(difference.after());
    return before.isEmpty() || after.isEmpty() ? before + after : before + " -> " + after;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** Why a file was left alone; of skipped ones the summary says it, unless more is wanted. */
  private static void reason(FileResult file, boolean verbose, ByteArrayOutputStream text) {
    boolean skipped = file.status() == FileResult.Status.SKIPPED;
    if (file.reason().isPresent() && (verbose || !skipped)) {
      print(
          text,
          "%s: %s%s\n"
              .formatted(
                  TerminalText.clean(file.path()),
                  skipped ? "skipped: " : "",
                  shown(file.reason().get())));
    }
  }

  private static void print(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }
}
