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
    return "an element of the section has an unknown name";
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
    return "unknown element %s in %s; %s"
        .formatted(
            Quoted.element(suggestion.element().name()),
            Quoted.element(suggestion.parent().name()),
            advice(suggestion));
  }

  private static String advice(UnknownElementFix suggestion) {
    String name = suggestion.element().name();
    String parent = suggestion.parent().name();
    Optional<String> owner = suggestion.owner();
    if (owner.isPresent()) {
      return owner.get().equals(parent)
          ? "use attribute " + suggestion.asAttribute()
          : "use <%s %s />".formatted(owner.get(), suggestion.asAttribute());
    }
    List<String> known = SectionNames.elements(parent);
    if (known.isEmpty()) {
      return "remove it";
    }
    if (suggestion.action().isPresent()) {
      return "use <actions value=\"%s\" />".formatted(suggestion.action().get());
    }
    Optional<String> meant =
        suggestion.isOnlyKind() ? Optional.of(known.get(0)) : SectionNames.meantBy(name, known);
    if (meant.filter(name::equalsIgnoreCase).isPresent()) {
      return "use %s (names are case-sensitive)".formatted(Quoted.element(meant.get()));
    }
    return meant
        .map(Quoted::element)
        .map("did you mean %s?"::formatted)
        .or(() -> home(name, "monitoring").map(Quoted::element).map("move it into "::concat))
        .or(() -> onlyOwner(name).map(each -> "use <%s %s=\"…\" />".formatted(each, name)))
        .orElseGet(
            () -> "use " + Spelling.alternatives(known.stream().map(Quoted::element).toList()));
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
