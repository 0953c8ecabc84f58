package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.Published;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ConditionalBlock;
import dev.autoheal.text.Quoted;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xml.XmlDocument;

/**
 * Flags what keeps autoheal from determining the section that an app will run with. Without it, a
 * file that cannot be judged would look like one without mistakes.
 */
final class UnresolvedSection implements FileRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section that the app will run with cannot be determined";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context.config().ifPresent(config -> checkConditions(config.document(), reporter));
    for (Published way : context.published()) {
      for (TransformMessage message : way.result().messages()) {
        if (message.kind() == TransformMessage.Kind.UNFOLLOWED
            && message.file().path().equals(context.file().path())) {
          reporter.report(message.span(), message(message.text()));
        }
      }
    }
  }

  private static void checkConditions(XmlDocument document, Reporter reporter) {
    for (ConditionalBlock block : ConditionalBlock.onSections(document)) {
      String token = Quoted.of(block.token().of(document.file().text()));
      reporter.report(
          block.token(), message("it depends on '%s'; remove the condition".formatted(token)));
    }
  }

  /** Returns what to say about a file that an app matches and that cannot be read. */
  Notice unreadable(String reason) {
    return new Notice(this, Severity.ERROR, message(reason));
  }

  private static String message(String reason) {
    return "cannot determine the section that the app will run with: " + reason;
  }
}
