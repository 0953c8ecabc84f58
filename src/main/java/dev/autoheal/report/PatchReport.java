package dev.autoheal.report;

import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes only the patches, for {@code git apply}. A file gets all of them; standard output gets
 * none that {@link #withheld} names.
 */
public final class PatchReport implements Report {
  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    for (FileResult file : input.result().files()) {
      if (!input.watched() || PatchFilter.reason(file.change().patch()).isEmpty()) {
        out.write(file.change().patch().bytes());
      }
    }
  }

  /** Returns one sentence for each patch that does not go to standard output. */
  public static List<String> withheld(LintResult result) {
    return result.files().stream()
        .flatMap(
            file ->
                PatchFilter.reason(file.change().patch()).map(why -> sentence(file, why)).stream())
        .toList();
  }

  private static String sentence(FileResult file, String reason) {
    return "patch of %s not shown because it %s; use --report patch=FILE"
        .formatted(TerminalText.clean(file.path()), reason);
  }
}
