package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.Secrets;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a password, key or token in {@code exe} or {@code parameters}. Everybody who can read the
 * file, its repository or a build log has the secret too.
 */
final class SecretInParameters implements ActionRule {
  @Override
  public String summary() {
    return "exe or parameters contains a password, key or token";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    Stream.of(action.exe(), action.parameters())
        .flatMap(Optional::stream)
        .forEach(text -> check(text, reporter));
  }

  /**
   * Returns the notice about secrets in an action that a policy requires, which {@code apply} would
   * write into web.config; empty without a secret.
   */
  Optional<Notice> desired(DesiredAction desired) {
    List<String> kinds =
        desired.action().program().stream()
            .flatMap(program -> Stream.of(program.exe(), program.parameters()))
            .flatMap(text -> kinds(text).stream())
            .distinct()
            .toList();
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Notice(this, Severity.ERROR, message("customAction", kinds)));
  }

  private static List<String> kinds(String text) {
    return Secrets.in(text).stream().map(found -> found.kind().words()).distinct().toList();
  }

  /** Reports the kind of a secret, but never the secret itself. */
  private static void check(XmlAttribute text, Reporter reporter) {
    List<String> kinds = kinds(text.value());
    if (!kinds.isEmpty()) {
      reporter.report(text.valueSpan(), message(text.name(), kinds));
    }
  }

  private static String message(String name, List<String> kinds) {
    return "%s contains %s; revoke %s and use an app setting"
        .formatted(name, Spelling.list(kinds), kinds.size() == 1 ? "it" : "them");
  }
}
