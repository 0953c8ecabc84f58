package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.SectionText;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the action of a section with the action that a policy requires. */
final class ActionComparer {
  private final Optional<DesiredAction> desired;
  private final Optional<ActionElement> existing;
  private final Span missing;
  private final List<Change> changes = new ArrayList<>();

  /**
   * Creates a comparer for one section.
   *
   * @param desired what the policy requires; its triggers are not read
   * @param existing the {@code actions} element of the section; empty when there is none
   * @param missing the start tag that lacks the action; used only when there is no action
   */
  ActionComparer(DesiredSection desired, Optional<ActionElement> existing, Span missing) {
    this.desired = desired.action();
    this.existing = existing;
    this.missing = missing;
  }

  /**
   * Returns the difference. It is empty when the policy requires no action, or when the section
   * already has the required one.
   */
  Optional<Difference> compare() {
    if (desired.isEmpty()) {
      return Optional.empty();
    }
    Action action = desired.get().action();
    if (!existing.flatMap(ActionElement::kind).equals(Optional.of(action.kind()))) {
      differ("value", existing.flatMap(ActionElement::value), action.kind().xmlName());
    }
    action.program().ifPresentOrElse(this::compareProgram, this::compareNoProgram);
    return changes.isEmpty() ? Optional.empty() : Optional.of(difference(action));
  }

  private void compareProgram(Action.Program program) {
    Optional<XmlAttribute> exe = existing.flatMap(ActionElement::exe);
    if (!text(exe).equals(program.exe())) {
      differ("exe", exe, program.exe());
    }
    Optional<XmlAttribute> parameters = existing.flatMap(ActionElement::parameters);
    if (!text(parameters).equals(program.parameters())) {
      differ("parameters", parameters, program.parameters());
    }
  }

  private void compareNoProgram() {
    existing
        .flatMap(ActionElement::program)
        .ifPresent(
            element ->
                add(
                    "customAction",
                    existing.flatMap(ActionElement::command).map(SectionText::program),
                    Optional.empty(),
                    element.startTag()));
  }

  /**
   * Adds the change of one attribute. An attribute that is to be empty is removed. An attribute
   * that holds a placeholder is not changed.
   */
  private void differ(String attribute, Optional<XmlAttribute> before, String after) {
    if (before.isPresent() && existing.orElseThrow().tokens().contains(before.get())) {
      return;
    }
    add(
        attribute,
        before.map(XmlAttribute::value),
        Optional.of(after).filter(value -> !value.isEmpty()),
        before.map(XmlAttribute::valueSpan).orElseGet(() -> lacking(attribute)));
  }

  /**
   * Returns the start tag that lacks an attribute: the innermost existing element that the
   * attribute belongs to.
   */
  private Span lacking(String attribute) {
    return existing
        .flatMap(ActionElement::program)
        .filter(program -> !attribute.equals("value"))
        .or(() -> existing.map(ActionElement::element))
        .map(XmlElement::startTag)
        .orElse(missing);
  }

  private void add(String attribute, Optional<String> before, Optional<String> after, Span at) {
    changes.add(
        new Change(
            Optional.empty(),
            Optional.of(attribute),
            before,
            after,
            Effect.ACTION_CHANGED,
            desired.orElseThrow().place(),
            at));
  }

  private Difference difference(Action action) {
    String happens = SectionText.happens(Optional.of(action.kind()));
    return new Difference(
        existing.isPresent() ? Change.Kind.SET : Change.Kind.ADD,
        "action",
        existing.map(SectionText::action).orElse(""),
        SectionText.action(action.kind().xmlName(), action.program()),
        existing.isPresent() ? "action changed: " + happens : "new: " + happens,
        changes);
  }

  private static String text(Optional<XmlAttribute> attribute) {
    return attribute.map(XmlAttribute::value).orElse("");
  }
}
