package dev.autoheal.rules;

import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.SourceFile.Defect;

/**
 * Flags a web.config above 250 KB (1024 bytes each), which IIS refuses. The file is not read at
 * all.
 */
final class FileTooLarge implements FileRule {
  @Override
  public String summary() {
    return "the file is larger than IIS accepts";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context
        .file()
        .defect()
        .filter(defect -> defect.kind() == Defect.Kind.SIZE)
        .ifPresent(defect -> reporter.report(defect.span(), defect.message()));
  }
}
