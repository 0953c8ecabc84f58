package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Flags a program path that is relative or below {@code \local}. The action may not find the
 * program there, and then does not start it.
 */
final class CustomActionPath implements ActionRule {
  private static final Pattern LOCAL =
      Pattern.compile("\"?(?:[a-z]:)?[\\\\/]local(?:[\\\\/].*)?", Pattern.CASE_INSENSITIVE);

  /**
   * Matches a path that starts at a drive, a share, the root of the current drive or an environment
   * variable. It also matches a URL, which is not a path at all.
   */
  private static final Pattern WHOLE =
      Pattern.compile("\"?(?:[a-z]:[\\\\/]|[\\\\/]|[a-z]+://|%[^%]+%).*", Pattern.CASE_INSENSITIVE);

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the program of the action may not be found at its path";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    if (action.startsNamedProgram()) {
      XmlAttribute exe = action.exe().orElseThrow();
      reason(exe.value().strip())
          .ifPresent(
              reason ->
                  reporter.report(exe.valueSpan(), Quoted.attribute("exe", exe.value()) + reason));
    }
  }

  private static Optional<String> reason(String path) {
    if (LOCAL.matcher(path).matches()) {
      return Optional.of(" is in temporary storage; move the program below D:\\home");
    }
    return WHOLE.matcher(path).matches()
        ? Optional.empty()
        : Optional.of(" is relative to an undocumented folder; use an absolute path");
  }
}
