package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.change.Difference;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.text.Location;
import dev.autoheal.text.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the report for people: findings with their source line, changes with what they mean, and a
 * summary.
 */
public final class TextReport implements Report {
  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    LintResult result = input.result();
    if (result.mode() == Mode.REVIEW) {
      print(text, new ReviewTextReport(input).text());
      text.writeTo(out);
      return;
    }
    for (FileResult file : result.files()) {
      if (!file.change().patch().isEmpty()) {
        write(file, input, text);
      }
      if (result.mode().isRewrite() || input.verbose()) {
        reason(file, input, text);
      }
      findings(file.findings(), input, text);
    }
    findings(result.policyFindings(), input, text);
    if (input.verbosity() != Verbosity.QUIET) {
      print(text, new SummaryLine(result, input.verbose(), input.all()).textIfAny(input.style()));
    }
    text.writeTo(out);
  }

  /**
   * Returns a problem as a compiler prints it, with its place and source line. A problem that is
   * about no file has neither.
   */
  public static String problem(Problem problem, TextStyle style) {
    Location at = problem.location();
    String message = shown(problem.message());
    return at.path().isEmpty()
        ? style.wrapped("autoheal: " + message)
        : placed(place(at), "error", AnsiColor.RED, message, "", style)
            + Excerpt.of(at, AnsiColor.RED, style);
  }

  /**
   * Returns a message at a place as a compiler prints it.
   *
   * @param rule the id of the rule, or an empty string
   */
  static String placed(
      String place, String word, AnsiColor paint, String message, String rule, TextStyle style) {
    String head = "%s: %s:".formatted(place, word);
    String id = rule.isEmpty() ? "" : "[%s]".formatted(rule);
    String text = style.wrapped("%s %s %s".formatted(head, message, id).strip()).stripTrailing();
    // Where a line breaks inside of the place or the rule, that stays without color.
    if (text.startsWith(head)) {
      String painted = AnsiColor.BOLD.on(place, style.color()) + ": ";
      text = painted + paint.on(word, style.color()) + ":" + text.substring(head.length());
    }
    if (!id.isEmpty() && text.endsWith(id)) {
      text = text.substring(0, text.length() - id.length()) + AnsiColor.DIM.on(id, style.color());
    }
    return text + "\n";
  }

  private static void findings(
      List<ReportedFinding> findings, ReportInput input, ByteArrayOutputStream text) {
    for (ReportedFinding finding : findings) {
      if (input.verbose() || finding.severity() != Severity.INFO) {
        print(text, finding(finding, input.style()));
      }
    }
  }

  /** Returns a finding as a compiler prints it, with its source line. */
  static String finding(ReportedFinding finding, TextStyle style) {
    AnsiColor paint = paint(finding.severity());
    return placed(
            place(finding.location()),
            finding.severity().label(),
            paint,
            message(finding),
            finding.rule(),
            style)
        + Excerpt.of(finding.location(), paint, style);
  }

  /** Returns the message of a finding and its rule id, without the place. */
  static String sentence(ReportedFinding finding) {
    return "%s [%s]".formatted(message(finding), finding.rule());
  }

  /**
   * Returns the message of a finding with the first related place on another line, for example the
   * policy line.
   */
  static String message(ReportedFinding finding) {
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

  /** Returns {@code path:line:column}; line and column count from 1. */
  public static String place(Location at) {
    return "%s:%d:%d".formatted(TerminalText.clean(at.path()), at.line(), at.column());
  }

  /** Returns the text without credentials and without anything that a terminal interprets. */
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

  private static void write(FileResult file, ReportInput input, ByteArrayOutputStream text) {
    TextStyle style = input.style();
    print(text, AnsiColor.BOLD.on(TerminalText.clean(file.path()), style.color()) + "\n");
    print(text, differences(file.differences(), style));
    file.found().fixed().forEach(finding -> print(text, fixed(finding, style)));
    if (input.result().mode().isShown()) {
      Optional<String> reason = PatchFilter.reason(file.change().patch());
      if (reason.isEmpty()) {
        text.writeBytes(file.change().patch().bytes());
      } else {
        String line =
            "  patch not shown because it %s; use --report patch=FILE".formatted(reason.get());
        print(text, style.wrapped(line));
      }
    }
  }

  private static String fixed(ReportedFinding finding, TextStyle style) {
    String line =
        "  ~ %d:%d  %s [%s]"
            .formatted(
                finding.location().line(),
                finding.location().column(),
                shown(finding.fix().orElseThrow().title()),
                finding.rule());
    return painted(line, AnsiColor.YELLOW, style);
  }

  /**
   * Returns one line per difference, in columns as wide as their widest entry. Where that is wider
   * than the terminal, lines have no columns and continue on the next line.
   */
  static String differences(List<Difference> differences, TextStyle style) {
    int names = width(differences.stream().map(TextReport::name).toList());
    int values = width(differences.stream().map(TextReport::values).toList());
    boolean fits =
        differences.stream()
            .allMatch(each -> Excerpt.width(row(each, names, values)) <= style.columns());
    StringBuilder lines = new StringBuilder();
    for (Difference difference : differences) {
      AnsiColor paint =
          switch (difference.kind()) {
            case SET -> AnsiColor.YELLOW;
            case ADD -> AnsiColor.GREEN;
            case REMOVE -> AnsiColor.RED;
          };
      String row = fits ? row(difference, names, values) : row(difference, 0, 0);
      lines.append(painted(row, paint, style));
    }
    return lines.toString();
  }

  private static String row(Difference difference, int names, int values) {
    return "  %s %s  %s  %s"
        .formatted(
            sign(difference),
            pad(name(difference), names),
            pad(values(difference), values),
            shown(difference.meaning()))
        .stripTrailing();
  }

  private static String painted(String line, AnsiColor paint, TextStyle style) {
    return paint.on(style.wrapped(line).stripTrailing(), style.color()) + "\n";
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

  /** Returns what changes and what the change means. */
  static String sentence(Difference difference) {
    return Stream.of(name(difference), values(difference), shown(difference.meaning()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(": "));
  }

  /** Returns {@code before -> after}, or the only one of them that is not empty. */
  static String values(Difference difference) {
    String before = shown(difference.before());
    String after = shown(difference.after());
    return before.isEmpty() || after.isEmpty() ? before + after : before + " -> " + after;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /**
   * Prints why a file was left alone. For skipped files the summary says it, so they need {@code
   * verbose}.
   */
  private static void reason(FileResult file, ReportInput input, ByteArrayOutputStream text) {
    boolean skipped = file.status() == FileResult.Status.SKIPPED;
    if (file.reason().isPresent() && (input.verbose() || !skipped)) {
      String line =
          "%s: %s%s"
              .formatted(
                  TerminalText.clean(file.path()),
                  skipped ? "skipped: " : "",
                  shown(file.reason().get()));
      print(text, input.style().wrapped(line));
    }
  }

  private static void print(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }
}
