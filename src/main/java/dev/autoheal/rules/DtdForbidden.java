package dev.autoheal.rules;

import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.xml.XmlDocument;

/**
 * Flags a file that has a DTD. A DTD can include other files and can grow very large while it is
 * read. So autoheal does not read such a file.
 */
final class DtdForbidden implements FileRule {
  @Override
  public String summary() {
    return "the file has a DTD";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (context.parsed().xml().orElse(null) instanceof XmlDocument.Doctype doctype) {
      reporter.report(
          doctype.span(),
          "unexpected <!DOCTYPE>, so autoheal did not check the file; remove the DTD");
    }
  }
}
