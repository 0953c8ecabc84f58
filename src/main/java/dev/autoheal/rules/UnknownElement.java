package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlDocument;
import java.util.List;
import java.util.Optional;

/** IIS fails the whole section, and so every request, for one name that it does not know. */
final class UnknownElement implements Rule {
  @Override
  public String summary() {
    return "an element of the section has a name IIS does not know";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    XmlDocument document = subject.config().map(WebConfig::document).orElse(null);
    for (Section section : subject.sections()) {
      section.index().unknown().stream()
          .map(element -> new UnknownElementFix(element, document))
          .forEach(cure -> reporter.report(cure.element().nameSpan(), message(cure), cure.fix()));
    }
  }

  private static String message(UnknownElementFix cure) {
    String name = cure.element().name();
    String parent = cure.parent().name();
    Optional<String> owner = cure.owner();
    if (owner.isPresent()) {
      return owner.get().equals(parent)
          ? "%s is an attribute of %s, not an element: write %s on it"
              .formatted(name, parent, cure.asAttribute())
          : "%s is an attribute of %s, not an element: write <%2$s %s />"
              .formatted(name, owner.get(), cure.asAttribute());
    }
    List<String> known = SectionNames.elements(parent);
    if (known.isEmpty()) {
      return "%s takes no elements, but has %s: remove it".formatted(parent, Quoted.of(name));
    }
    if (cure.action().isPresent()) {
      return "%s is no element of %s: write <actions value=\"%s\" />"
          .formatted(Quoted.of(name), parent, cure.action().get());
    }
    String otherwise =
        home(name, "monitoring")
            .map("it belongs in %s"::formatted)
            .or(() -> onlyOwner(name).map("it is an attribute of %s in triggers"::formatted))
            .orElseGet(() -> "%s takes %s".formatted(parent, Spelling.list(known)));
    return "%s is no element of %s: %s"
        .formatted(
            Quoted.of(name),
            parent,
            cure.isOnlyKind()
                ? "did you mean %s?".formatted(known.get(0))
                : SectionNames.suggestion(name, known, otherwise));
  }

  /** The one element of the section that has an attribute of this name. */
  private static Optional<String> onlyOwner(String name) {
    List<String> owners =
        SectionNames.elements("triggers").stream()
            .filter(trigger -> SectionNames.attributes(trigger).contains(name))
            .toList();
    return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
  }

  /** The element of the section that {@code name} belongs in; searched downwards. */
  private static Optional<String> home(String name, String from) {
    List<String> children = SectionNames.elements(from);
    return children.contains(name)
        ? Optional.of(from)
        : children.stream().flatMap(child -> home(name, child).stream()).findFirst();
  }
}
