package dev.autoheal.rule;

import dev.autoheal.section.Section;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.Optional;

/** Microsoft's own reader takes AutoHeal for switched off when no action is stated. */
final class NoAction implements Rule {
  @Override
  public String summary() {
    return "the section has triggers but no action";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      place(section)
          .ifPresent(
              span ->
                  reporter.report(
                      span,
                      "no action is stated, so AutoHeal counts as switched off and the triggers do"
                          + " nothing: add "
                          + cure(section)));
    }
  }

  /** Where it is missing; empty when one is stated, or when there is nothing to act on. */
  static Optional<Span> place(Section section) {
    if (section.triggers().isEmpty()) {
      return Optional.empty();
    }
    if (section.action().isEmpty()) {
      return Missing.element(section, section.element(), "actions")
          ? Optional.of(section.element().startTag())
          : Optional.empty();
    }
    XmlElement actions = section.action().get().element();
    Optional<XmlAttribute> value = section.action().get().value();
    if (value.isPresent()) {
      return value.filter(v -> v.value().isBlank()).map(XmlAttribute::valueSpan);
    }
    boolean isOther = section.unknownElements().anyMatch(e -> e.parent().orElseThrow() == actions);
    return Missing.attribute(actions, "value") && !isOther
        ? Optional.of(actions.startTag())
        : Optional.empty();
  }

  private static String cure(Section section) {
    return section.action().isEmpty() ? "<actions value=\"Recycle\" />" : "value=\"Recycle\"";
  }
}
