package dev.autoheal.rules;

import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.SourceFile.Defect;

/**
 * Flags a file whose bytes contradict the encoding that it declares. Its text can only be guessed,
 * so the file is neither checked nor rewritten.
 */
final class EncodingMismatch implements FileRule {
  @Override
  public String summary() {
    return "the file is not in the encoding that it declares";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context
        .file()
        .defect()
        .filter(defect -> defect.kind() == Defect.Kind.ENCODING)
        .ifPresent(defect -> reporter.report(defect.span(), defect.message()));
  }
}
