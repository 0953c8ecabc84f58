package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.DiagnosticsCommand;
import dev.autoheal.section.Section;

/**
 * Flags a diagnostics tool of App Service when its option does not restart the process. Only one
 * option does. With the others, the cause of the trigger remains, and the action is taken again and
 * again.
 */
final class CustomActionNotRestarting implements ActionRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the diagnostics tool collects data but does not restart the worker";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    DiagnosticsCommand.of(action)
        .flatMap(DiagnosticsCommand::modeWithoutRestart)
        .ifPresent(
            mode ->
                reporter.report(
                    action.parameters().orElseThrow().valueSpan(),
                    "'%s' does not restart the worker, so the action repeats; use '%s'"
                        .formatted(mode, restarting(mode))));
  }

  /** Returns the mode that restarts the worker, in the notation of the other one. */
  private static String restarting(String mode) {
    boolean isOption = mode.startsWith("-") || mode.startsWith("/");
    return (isOption ? mode.substring(0, 1) : "") + "CollectKillAnalyze";
  }
}
