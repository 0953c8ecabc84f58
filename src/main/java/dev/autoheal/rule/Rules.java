package dev.autoheal.rule;

import dev.autoheal.text.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All rules, and the run of all of them over one file. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new MalformedXml(),
          new DtdForbidden(),
          new EncodingMismatch(),
          new FileTooLarge(),
          new WrongRoot(),
          new InvisibleCharacter(),
          new LeftoverTransform(),
          new NotRootConfig(),
          new LocationScoped(),
          new BreaksLocalIis(),
          new MisplacedSection(),
          new DuplicateSection(),
          new UnknownSection(),
          new UnknownElement(),
          new UnknownAttribute(),
          new UndocumentedAttribute(),
          new DuplicateElement(),
          new MissingAttribute(),
          new StrayText(),
          new SectionElsewhere(),
          new InvalidNumber(),
          new InvalidTimeSpan(),
          new InvalidAction(),
          new Placeholder(),
          new IncompleteTrigger(),
          new Drift());

  private Rules() {}

  /** In the order of the catalogue: document, structure, values, policy. */
  public static List<Rule> all() {
    return ALL;
  }

  /** What the rules that are on find in one file, in the order of the file. */
  public static List<Finding> check(Subject subject) {
    return check(subject, ALL.stream().filter(Rule::isOnByDefault).toList());
  }

  static List<Finding> check(Subject subject, List<Rule> rules) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      rule.check(
          subject,
          (span, message, fix, related) ->
              findings.add(
                  new Finding(
                      rule.id(),
                      rule.severity(),
                      subject.file().locate(span),
                      message,
                      fix,
                      List.of(related))));
    }
    Collections.sort(findings);
    return List.copyOf(findings);
  }
}
