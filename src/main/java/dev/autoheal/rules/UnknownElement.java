package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlDocument;
import java.util.List;
import java.util.Optional;

/**
 * Flags an element of the section with an unknown name. IIS fails the whole section, and so every
 * request, for one name that it does not know.
 */
final class UnknownElement implements SectionRule {
  @Override
  public String summary() {
    return "an element of the section has a name IIS does not know";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    XmlDocument document = context.config().map(WebConfig::document).orElse(null);
    section.index().unknown().stream()
        .map(element -> new UnknownElementFix(element, document))
        .forEach(
            suggestion ->
                reporter.report(
                    suggestion.element().nameSpan(), message(suggestion), suggestion.fix()));
  }

  private static String message(UnknownElementFix suggestion) {
    String name = suggestion.element().name();
    String parent = suggestion.parent().name();
    Optional<String> owner = suggestion.owner();
    if (owner.isPresent()) {
      return owner.get().equals(parent)
          ? "%s is an attribute of %s, not an element: write %s on it"
              .formatted(name, parent, suggestion.asAttribute())
          : "%s is an attribute of %s, not an element: write <%2$s %s />"
              .formatted(name, owner.get(), suggestion.asAttribute());
    }
    List<String> known = SectionNames.elements(parent);
    if (known.isEmpty()) {
      return "%s takes no elements, but has %s: remove it".formatted(parent, Quoted.of(name));
    }
    if (suggestion.action().isPresent()) {
      return "%s is no element of %s: write <actions value=\"%s\" />"
          .formatted(Quoted.of(name), parent, suggestion.action().get());
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
            suggestion.isOnlyKind()
                ? "did you mean %s?".formatted(known.get(0))
                : SectionNames.suggestion(name, known, otherwise));
  }

  /**
   * Returns the only trigger element that has an attribute of this name; empty when none or several
   * have one.
   */
  private static Optional<String> onlyOwner(String name) {
    List<String> owners =
        SectionNames.elements("triggers").stream()
            .filter(trigger -> SectionNames.attributes(trigger).contains(name))
            .toList();
    return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
  }

  /**
   * Returns the element of the section that {@code name} belongs in, searched downward from {@code
   * from}.
   */
  private static Optional<String> home(String name, String from) {
    List<String> children = SectionNames.elements(from);
    return children.contains(name)
        ? Optional.of(from)
        : children.stream().flatMap(child -> home(name, child).stream()).findFirst();
  }
}
