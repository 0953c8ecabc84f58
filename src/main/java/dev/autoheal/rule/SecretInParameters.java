package dev.autoheal.rule;

import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.Secrets;
import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.stream.Stream;

/** Whoever reads the file, its repository or a build log has the secret too. */
final class SecretInParameters implements Rule {
  @Override
  public String summary() {
    return "a password, key or token stands in exe or parameters";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section.action().stream()
          .flatMap(SecretInParameters::texts)
          .forEach(text -> check(text, reporter));
    }
  }

  private static Stream<XmlAttribute> texts(ActionElement action) {
    return Stream.concat(action.exe().stream(), action.parameters().stream());
  }

  /** The kind is said, the secret never. */
  private static void check(XmlAttribute text, Reporter reporter) {
    List<String> kinds =
        Secrets.in(text.value()).stream().map(found -> found.kind().words()).distinct().toList();
    if (!kinds.isEmpty()) {
      reporter.report(
          text.valueSpan(),
          ("%s holds %s, and everybody who can read this file has it: replace it, and let the"
                  + " program read the new one from an app setting")
              .formatted(text.name(), Meant.list(kinds)));
    }
  }
}
