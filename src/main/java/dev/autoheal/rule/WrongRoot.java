package dev.autoheal.rule;

import dev.autoheal.section.WebConfig;
import dev.autoheal.xml.XmlElement;

/** The root element of a web.config is {@code configuration}; names are case-sensitive to IIS. */
final class WrongRoot implements Rule {
  private static final String EXPECTED = "configuration";

  @Override
  public String summary() {
    return "the root element of a web.config is not configuration";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    if (subject.role() == WebConfig.Role.CONFIG
        && subject.config().isPresent()
        && subject.config().get().levels().isEmpty()) {
      XmlElement root = subject.config().get().document().root();
      reporter.report(NameSpan.of(root), message(root.name()));
    }
  }

  private static String message(String seen) {
    return "the root element is %s: %s"
        .formatted(
            Seen.of(seen),
            seen.equalsIgnoreCase(EXPECTED)
                ? "letter case counts, write " + EXPECTED
                : "a web.config has " + EXPECTED);
  }
}
