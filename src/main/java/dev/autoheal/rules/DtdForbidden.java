package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.xml.XmlDocument;

/**
 * A DTD can pull in other files and blow up while it is read, so a file that has one is not read.
 */
final class DtdForbidden implements Rule {
  @Override
  public String summary() {
    return "the file has a DTD";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    if (subject.parsed().orElse(null) instanceof XmlDocument.Doctype doctype) {
      reporter.report(
          doctype.span(), "a DTD stands here, and autoheal reads no file that has one: remove it");
    }
  }
}
