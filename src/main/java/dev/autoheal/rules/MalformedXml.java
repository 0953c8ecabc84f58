package dev.autoheal.rules;

import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.xml.XmlDocument;

/** Flags a file that no XML reader accepts. IIS answers every request with HTTP 500.19. */
final class MalformedXml implements FileRule {
  @Override
  public String summary() {
    return "the file is not well-formed XML";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (context.parsed().xml().orElse(null) instanceof XmlDocument.Malformed malformed) {
      reporter.report(malformed.span(), malformed.message());
    }
  }
}
