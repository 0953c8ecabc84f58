package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.SourceFile.Defect;

/** A file whose text can only be guessed at is neither judged nor rewritten. */
final class EncodingMismatch implements Rule {
  @Override
  public String summary() {
    return "the bytes contradict the encoding that the file claims";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    subject
        .file()
        .defect()
        .filter(defect -> defect.kind() == Defect.Kind.ENCODING)
        .ifPresent(defect -> reporter.report(defect.span(), defect.message()));
  }
}
