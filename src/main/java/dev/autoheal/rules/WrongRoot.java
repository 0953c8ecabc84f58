package dev.autoheal.rules;

import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlElement;

/**
 * Flags a web.config whose root element is not {@code configuration}, in this letter case, since
 * IIS compares names case-sensitively. The root of a file that {@code configSource} names must be
 * {@code monitoring}.
 */
final class WrongRoot implements FileRule {
  @Override
  public String summary() {
    return "the root element of web.config is not <configuration>";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context
        .config()
        .map(config -> config.document().root())
        .ifPresent(
            root -> {
              switch (context.parsed().role()) {
                case CONFIG, RESULT -> check(root, "configuration", reporter);
                case SOURCE -> check(root, "monitoring", reporter);
                case TRANSFORM -> {}
              }
            });
  }

  private static void check(XmlElement root, String expected, Reporter reporter) {
    if (!root.name().equals(expected)) {
      boolean isLetterCase = root.name().equalsIgnoreCase(expected);
      reporter.report(
          root.nameSpan(),
          "expected root element %s, got %s%s"
              .formatted(
                  Quoted.element(expected),
                  Quoted.element(root.name()),
                  isLetterCase ? " (names are case-sensitive)" : ""));
    }
  }
}
