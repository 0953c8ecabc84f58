package dev.autoheal.section;

import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.Optional;

/** The {@code actions} element where it stands. */
public record ActionElement(
    XmlElement element,
    Optional<XmlAttribute> value,
    Optional<XmlElement> program,
    Optional<XmlAttribute> exe,
    Optional<XmlAttribute> parameters) {

  static ActionElement of(XmlElement element) {
    Optional<XmlElement> program = element.first("customAction");
    return new ActionElement(
        element,
        element.attribute("value"),
        program,
        program.flatMap(p -> p.attribute("exe")),
        program.flatMap(p -> p.attribute("parameters")));
  }

  /** What the value names, in any letter case; empty when it is missing or no action. */
  public Optional<Action.Kind> kind() {
    return value.flatMap(v -> Action.Kind.of(v.value()));
  }

  /** The program that stands, whether or not the action starts it; what is missing is empty. */
  public Optional<Action.Program> command() {
    return program.map(element -> new Action.Program(text(exe), text(parameters)));
  }

  private static String text(Optional<XmlAttribute> attribute) {
    return attribute.map(XmlAttribute::value).orElse("");
  }
}
