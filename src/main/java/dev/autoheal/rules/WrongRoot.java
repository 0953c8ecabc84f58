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
    return "the root element of a web.config is not configuration";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context
        .config()
        .map(config -> config.document().root())
        .ifPresent(
            root -> {
              switch (context.parsed().role()) {
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
