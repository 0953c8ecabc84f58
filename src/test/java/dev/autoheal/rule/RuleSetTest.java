package dev.autoheal.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private static final RuleContext FILE =
      RuleContext.of(
          ParsedFile.of(
              SourceFile.of(
                  "web.config",
                  """
              <configuration><system.webServer><monitoring>
                <triggers><requests count="9" timeInterval="x" /><memory /></triggers>
                <actions value="Recycle" />
              </monitoring></system.webServer></configuration>
              """
                      .getBytes(UTF_8))));

  private static final List<Rule> RULES =
      List.of(
          new OfFile(),
          new OfSection(),
          new OfElement(),
          new OfTrigger(),
          new OfValue(),
          new OfAction(),
          new OfPolicy());

  private static final class OfPolicy implements PolicyRule {
    @Override
    public String summary() {
      return "";
    }
  }

  private static final class OfFile implements FileRule {
    @Override
    public String summary() {
      return "";
    }

    @Override
    public void check(RuleContext context, Reporter reporter) {
      reporter.report(new Span(0, 1), "file");
      reporter.report(new Span(0, 1), "file");
    }
  }

  private static final class OfSection implements SectionRule {
    @Override
    public String summary() {
      return "";
    }

    @Override
    public void check(Section section, RuleContext context, Reporter reporter) {
      reporter.report(section.element().nameSpan(), "section");
    }
  }

  private static final class OfElement implements ElementRule {
    @Override
    public String summary() {
      return "";
    }

    @Override
    public void check(NamedElement element, RuleContext context, Reporter reporter) {
      reporter.report(element.element().nameSpan(), element.name());
    }
  }

  private static final class OfTrigger implements TriggerRule {
    @Override
    public String summary() {
      return "";
    }

    @Override
    public void check(
        TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
      reporter.report(trigger.element().nameSpan(), trigger.trigger().element());
    }
  }

  private static final class OfValue implements ValueRule {
    @Override
    public String summary() {
      return "";
    }

    @Override
    public void check(SectionValue value, RuleContext context, Reporter reporter) {
      reporter.report(value.span(), value.name());
    }
  }

  private static final class OfAction implements ActionRule {
    @Override
    public String summary() {
      return "";
    }

    @Override
    public void check(
        ActionElement action, Section section, RuleContext context, Reporter reporter) {
      reporter.report(action.element().nameSpan(), "action");
    }
  }

  @Test
  void passesEachRuleTheElementsOfItsKind() {
    assertThat(found(RuleSet.of(RULES, rule -> Optional.of(rule.severity()))))
        .containsExactly(
            "of-file: file",
            "of-section: section",
            "of-element: monitoring",
            "of-element: triggers",
            "of-element: requests",
            "of-element: memory",
            "of-element: actions",
            "of-trigger: requests",
            "of-value: count",
            "of-value: timeInterval",
            "of-trigger: memory",
            "of-action: action");
  }

  @Test
  void ruleWithoutSeverityIsOff() {
    RuleSet rules =
        RuleSet.of(
            RULES,
            rule -> rule instanceof ActionRule ? Optional.of(Severity.INFO) : Optional.empty());

    assertThat(found(rules)).containsExactly("of-action: action");
    assertThat(rules.find(FILE)).extracting(Finding::severity).containsExactly(Severity.INFO);
    assertThat(rules.severity(RULES.get(0))).isEmpty();
  }

  private static List<String> found(RuleSet rules) {
    return rules.find(FILE).stream()
        .map(finding -> finding.rule() + ": " + finding.message())
        .toList();
  }
}
