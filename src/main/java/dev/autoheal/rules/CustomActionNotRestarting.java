package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.xml.XmlAttribute;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flags the diagnostics tool of App Service when its option does not restart the process. Only one
 * option does. With the others, the cause of the trigger remains, and the action is taken again and
 * again.
 */
final class CustomActionNotRestarting implements ActionRule {
  private static final Pattern OPTION =
      Pattern.compile(
          "(?<![^\\s\"])[-/](CollectLogs|Troubleshoot)(?![^\\s\"])", Pattern.CASE_INSENSITIVE);

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the diagnostics tool is started without a restart of the app";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    if (action.startsNamedProgram() && isDiagnosticsTool(action.exe().orElseThrow().value())) {
      action.parameters().ifPresent(parameters -> check(parameters, reporter));
    }
  }

  private static void check(XmlAttribute parameters, Reporter reporter) {
    option(parameters.value())
        .ifPresent(
            option ->
                reporter.report(
                    parameters.valueSpan(),
                    ("%s does not restart the app, so what met the trigger goes on and the program is"
                            + " started again and again: write -CollectKillAnalyze")
                        .formatted(option)));
  }

  private static Optional<String> option(String parameters) {
    Matcher option = OPTION.matcher(parameters);
    return option.find() ? Optional.of(option.group()) : Optional.empty();
  }

  private static boolean isDiagnosticsTool(String exe) {
    String path = exe.replace("\"", "").strip().toLowerCase(Locale.ROOT).replace('/', '\\');
    String name = path.substring(path.lastIndexOf('\\') + 1);
    return name.equals("daasconsole.exe") || name.equals("daasconsole");
  }
}
