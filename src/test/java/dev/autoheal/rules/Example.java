package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.MessageForm;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.Located;
import dev.autoheal.policy.Policy;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Part of a file with all its findings, which shows that rules do not report the same mistake
 * twice. A text block has these lines:
 *
 * <ul>
 *   <li>{@code ==} and a title, which begins with "transform" for a Web.Release.config
 *   <li>{@code @} and the policy of the app, or the whole policy
 *   <li>triggers, monitoring or actions, which begin on line 2 of their file, or a whole file
 *   <li>{@code >} and a finding, {@code >>} and the rest of a long finding
 * </ul>
 */
record Example(String title, String xml, Optional<String> desired, List<String> findings) {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  /** Returns the examples of a text block. */
  static Stream<Example> in(String text) {
    return Arrays.stream(text.split("(?m)^== ")).skip(1).map(Example::of);
  }

  private static Example of(String text) {
    List<String> lines = text.strip().lines().toList();
    List<String> findings = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(">> ")) {
        findings.add(findings.remove(findings.size() - 1) + line.substring(2));
      } else if (line.startsWith("> ")) {
        findings.add(line.substring(2));
      }
    }
    String desired =
        lines.stream()
            .filter(line -> line.startsWith("@ "))
            .map(line -> line.substring(2))
            .collect(Collectors.joining("\n"));
    String xml =
        lines.stream()
            .skip(1)
            .filter(line -> !line.startsWith("@ ") && !line.matches(">>? .*"))
            .collect(Collectors.joining("\n"));
    return new Example(lines.get(0), xml, Optional.of(desired).filter(a -> !a.isEmpty()), findings);
  }

  /**
   * Asserts that all rules together report exactly the findings, which omit the id of this rule.
   */
  void assertFindings(Rule rule) {
    assertThat(Located.findings(verdict()).stream().map(each -> line(each, rule)))
        .as(title)
        .containsExactlyElementsOf(findings);
  }

  private CheckResult verdict() {
    String name = title.startsWith("transform") ? "Web.Release.config" : "web.config";
    if (desired.isEmpty()) {
      return RuleTester.verdict(RuleTester.subject(RuleTester.file(name, file())));
    }
    String text =
        desired.get().startsWith("version:")
            ? desired.get()
            : RuleTester.app(desired.get().indent(4).strip());
    Policy policy = RuleTester.policy(text);
    return Located.check(
        RuleTester.compared(file(), text), RuleConfig.of(Rules.all(), Optional.of(policy), TODAY));
  }

  private String file() {
    if (xml.startsWith("<?xml") || xml.startsWith("<configuration")) {
      return xml;
    }
    if (xml.startsWith("<monitoring")) {
      return "<configuration><system.webServer>\n" + xml + "\n</system.webServer></configuration>";
    }
    if (xml.startsWith("<actions")) {
      return "<configuration><system.webServer><monitoring><triggers>"
          + "<memory privateBytesInKB=\"800000\" /></triggers>\n"
          + xml
          + "\n</monitoring></system.webServer></configuration>";
    }
    return RuleTester.inFile(xml);
  }

  /** Returns {@code line:column message (related place) [other rule, other severity, fix]}. */
  private static String line(ReportedFinding finding, Rule own) {
    MessageForm.assertMessage(finding.message());
    Rule rule =
        Rules.all().stream().filter(r -> r.id().equals(finding.rule())).findFirst().orElseThrow();
    List<String> notes = new ArrayList<>();
    if (!rule.id().equals(own.id())) {
      notes.add(rule.id());
    }
    if (finding.severity() != rule.severity()) {
      notes.add(finding.severity().word());
    }
    finding.fix().ifPresent(fix -> notes.add(fix.safe() ? "fix" : "unsafe fix"));
    int line = finding.location().line();
    return line
        + ":"
        + finding.location().column()
        + " "
        + finding.message()
        + finding.related().stream()
            .map(ReportedFinding.Related::location)
            .filter(at -> !(at.path().equals(finding.location().path()) && at.line() == line))
            .findFirst()
            .map(at -> " (%s:%d)".formatted(at.path(), at.line()))
            .orElse("")
        + (notes.isEmpty() ? "" : " [" + String.join(", ", notes) + "]");
  }

  @Override
  public String toString() {
    return title;
  }
}
