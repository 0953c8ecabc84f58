package dev.autoheal.report;

import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The patches alone, for {@code git apply}; to a file whole, to standard output without those that
 * {@link #withheld} names.
 */
public final class PatchReport implements Report {
  @Override
  public void write(ReportInput outcome, OutputStream out) throws IOException {
    for (FileResult file : outcome.result().files()) {
      if (!outcome.watched() || PatchFilter.reason(file.patch()).isEmpty()) {
        out.write(file.patch());
      }
    }
  }

  /** One sentence for each patch that does not go to standard output. */
  public static List<String> withheld(LintResult result) {
    return result.files().stream()
        .flatMap(file -> PatchFilter.reason(file.patch()).map(why -> sentence(file, why)).stream())
        .toList();
  }

  private static String sentence(FileResult file, String reason) {
    return "the patch of %s is withheld, since it %s; --report patch=FILE writes it"
        .formatted(TerminalText.clean(file.path()), reason);
  }
}
