package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.AskedAction;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.SectionText;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the action that stands with the one asked. */
final class ActionComparer {
  private final Optional<AskedAction> asked;
  private final Optional<ActionElement> standing;
  private final Span missing;
  private final List<Change> changes = new ArrayList<>();

  /**
   * Of a section.
   *
   * @param missing the start tag that lacks the action, if it does
   */
  ActionComparer(DesiredSection asked, Optional<ActionElement> standing, Span missing) {
    this.asked = asked.action();
    this.standing = standing;
    this.missing = missing;
  }

  /** Empty when nothing is asked, or it stands. */
  Optional<Difference> compare() {
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Action action = asked.get().action();
    if (!standing.flatMap(ActionElement::kind).equals(Optional.of(action.kind()))) {
      differ("value", standing.flatMap(ActionElement::value), action.kind().xmlName());
    }
    action.program().ifPresentOrElse(this::compareProgram, this::compareNoProgram);
    return changes.isEmpty() ? Optional.empty() : Optional.of(difference(action));
  }

  private void compareProgram(Action.Program program) {
    Optional<XmlAttribute> exe = standing.flatMap(ActionElement::exe);
    if (!text(exe).equals(program.exe())) {
      differ("exe", exe, program.exe());
    }
    Optional<XmlAttribute> parameters = standing.flatMap(ActionElement::parameters);
    if (!text(parameters).equals(program.parameters())) {
      differ("parameters", parameters, program.parameters());
    }
  }

  private void compareNoProgram() {
    standing
        .flatMap(ActionElement::program)
        .ifPresent(
            element ->
                add(
                    Change.Kind.REMOVE,
                    "customAction",
                    standing.flatMap(ActionElement::command).map(SectionText::program),
                    Optional.empty(),
                    element.startTag()));
  }

  /** An attribute that is to be empty goes. */
  private void differ(String attribute, Optional<XmlAttribute> before, String after) {
    if (before.isPresent() && DeploymentToken.isIn(before.get().value())) {
      return;
    }
    Change.Kind kind =
        after.isEmpty()
            ? Change.Kind.REMOVE
            : before.isPresent() ? Change.Kind.SET : Change.Kind.ADD;
    add(
        kind,
        attribute,
        before.map(XmlAttribute::value),
        Optional.of(after).filter(value -> !value.isEmpty()),
        before.map(XmlAttribute::valueSpan).orElseGet(() -> lacking(attribute)));
  }

  /** The start tag that lacks an attribute: the innermost of those it belongs into that stands. */
  private Span lacking(String attribute) {
    return standing
        .flatMap(ActionElement::program)
        .filter(program -> !attribute.equals("value"))
        .or(() -> standing.map(ActionElement::element))
        .map(XmlElement::startTag)
        .orElse(missing);
  }

  private void add(
      Change.Kind kind,
      String attribute,
      Optional<String> before,
      Optional<String> after,
      Span at) {
    changes.add(
        new Change(
            kind,
            Optional.empty(),
            Optional.of(attribute),
            before,
            after,
            Effect.ACTION_CHANGED,
            asked.orElseThrow().place(),
            at));
  }

  private Difference difference(Action action) {
    String happens = SectionText.happens(Optional.of(action.kind()), false);
    return new Difference(
        standing.isPresent() ? Change.Kind.SET : Change.Kind.ADD,
        "action",
        standing.map(SectionText::action).orElse(""),
        SectionText.action(action.kind().xmlName(), action.program()),
        standing.isPresent() ? "action changed: " + happens : "new: " + happens,
        changes);
  }

  private static String text(Optional<XmlAttribute> attribute) {
    return attribute.map(XmlAttribute::value).orElse("");
  }
}
