package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.policy.DesiredSection.AskedAction;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.Secrets;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whoever reads the file, its repository or a build log has the secret too. */
final class SecretInParameters implements Rule {
  @Override
  public String summary() {
    return "a password, key or token stands in exe or parameters";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section.action().stream()
          .flatMap(SecretInParameters::texts)
          .forEach(text -> check(text, reporter));
    }
  }

  /** The program that a policy asks for; apply would write it into web.config. */
  Optional<Finding> asked(AskedAction asked, RuleConfig terms) {
    List<String> kinds =
        asked.action().program().stream()
            .flatMap(program -> Stream.of(program.exe(), program.parameters()))
            .flatMap(text -> kinds(text).stream())
            .distinct()
            .toList();
    String message =
        ("the action holds %s, and everybody who can read this policy has it: replace it, and let"
                + " the program read the new one from an app setting")
            .formatted(Spelling.list(kinds));
    return terms
        .severity(this)
        .filter(severity -> !kinds.isEmpty())
        .map(
            severity ->
                new Finding(id(), severity, asked.place(), message, Optional.empty(), List.of()));
  }

  private static List<String> kinds(String text) {
    return Secrets.in(text).stream().map(found -> found.kind().words()).distinct().toList();
  }

  private static Stream<XmlAttribute> texts(ActionElement action) {
    return Stream.concat(action.exe().stream(), action.parameters().stream());
  }

  /** The kind is said, the secret never. */
  private static void check(XmlAttribute text, Reporter reporter) {
    List<String> kinds = kinds(text.value());
    if (!kinds.isEmpty()) {
      reporter.report(
          text.valueSpan(),
          ("%s holds %s, and everybody who can read this file has it: replace it, and let the"
                  + " program read the new one from an app setting")
              .formatted(text.name(), Spelling.list(kinds)));
    }
  }
}
