package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.xml.XmlDocument;

/** A file that no XML reader takes: IIS answers every request with HTTP 500.19. */
final class MalformedXml implements Rule {
  @Override
  public String summary() {
    return "the file is not well-formed XML";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    if (subject.parsed().orElse(null) instanceof XmlDocument.Malformed malformed) {
      reporter.report(malformed.span(), malformed.message());
    }
  }
}
