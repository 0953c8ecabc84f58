package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlElement;

/** The root element of a web.config is {@code configuration}; names are case-sensitive to IIS. */
final class WrongRoot implements Rule {
  @Override
  public String summary() {
    return "the root element of a web.config is not configuration";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    subject
        .config()
        .map(config -> config.document().root())
        .ifPresent(
            root -> {
              switch (subject.role()) {
                case CONFIG, RESULT -> check(root, "configuration", "a web.config has", reporter);
                case SOURCE ->
                    check(root, "monitoring", "a file that configSource names has", reporter);
                case TRANSFORM -> {}
              }
            });
  }

  private static void check(XmlElement root, String expected, String has, Reporter reporter) {
    if (!root.name().equals(expected)) {
      boolean isLetterCase = root.name().equalsIgnoreCase(expected);
      reporter.report(
          root.nameSpan(),
          "the root element is %s: %s %s"
              .formatted(
                  Quoted.of(root.name()),
                  isLetterCase ? "letter case counts, write" : has,
                  expected));
    }
  }
}
