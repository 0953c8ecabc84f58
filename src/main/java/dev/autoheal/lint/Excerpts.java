package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.text.FileSpan;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes findings ready for reports. It puts lines and columns in place of spans, and reads the
 * source line of the findings that will be shown.
 *
 * @param least the lowest severity of the findings whose source line is shown; empty when none is
 */
record Excerpts(Optional<Severity> least) {
  /**
   * Returns the findings of a file, followed by those of the file that holds its section. The
   * latter lose their fixes, since no fix of a file reaches another one.
   */
  List<ReportedFinding> of(CheckResult result) {
    if (result.findings().isEmpty() && result.source().isEmpty()) {
      return List.of();
    }
    Stream<ReportedFinding> own =
        result.findings().stream().map(finding -> of(finding, result.context().parsed())).sorted();
    return Stream.concat(own, ofSource(result, this::of).map(ReportedFinding::withoutFix)).toList();
  }

  /** Returns the suppressed findings of a file and of the file that holds its section. */
  List<SuppressedFinding<ReportedFinding>> suppressedIn(CheckResult result) {
    if (result.suppressed().isEmpty() && result.source().isEmpty()) {
      return List.of();
    }
    Stream<SuppressedFinding<ReportedFinding>> own =
        result.suppressed().stream()
            .map(each -> each.map(finding -> of(finding, result.context().parsed())));
    return Stream.concat(own, ofSource(result, this::suppressedIn)).toList();
  }

  private static <T> Stream<T> ofSource(CheckResult result, Function<CheckResult, List<T>> read) {
    return result.source().map(read).stream().flatMap(List::stream);
  }

  /**
   * Returns a finding at the place that its text comes from. A result of transforms cannot be
   * fixed, so its findings lose their fixes.
   */
  ReportedFinding of(Finding finding, ParsedFile file) {
    FileSpan place = file.origin(finding.span());
    boolean isShown = least.filter(lowest -> finding.severity().compareTo(lowest) >= 0).isPresent();
    return new ReportedFinding(
        finding.rule(),
        finding.severity(),
        located(place, isShown),
        finding.message(),
        file.origins().isPresent()
            ? Optional.empty()
            : finding.fix().map(fix -> fix.suggestedIn(file.source())),
        finding.related().stream().map(each -> related(each, file, isShown)).toList(),
        Optional.empty());
  }

  private static ReportedFinding.Related related(
      Finding.Related related, ParsedFile file, boolean isShown) {
    Location location =
        related instanceof Finding.Here here
            ? located(file.origin(here.span()), isShown)
            : ((Finding.Elsewhere) related).location();
    return new ReportedFinding.Related(location, related.message());
  }

  private static Location located(FileSpan place, boolean isShown) {
    return isShown ? place.excerpt() : place.locate();
  }
}
