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

  /** The value, if it names no known action; a token and a blank one are not among them. */
  public Optional<XmlAttribute> unknownValue() {
    return value
        .filter(xml -> !DeploymentToken.isIn(xml.value()))
        .filter(xml -> !xml.value().isBlank())
        .filter(xml -> Action.Kind.of(xml.value()).isEmpty());
  }

  /** Whether it starts a program whose name stands there, and is not left to a deployment tool. */
  public boolean startsNamedProgram() {
    return kind().equals(Optional.of(Action.Kind.CUSTOM_ACTION))
        && exe.map(XmlAttribute::value)
            .filter(name -> !name.isBlank() && !DeploymentToken.isIn(name))
            .isPresent();
  }

  private static String text(Optional<XmlAttribute> attribute) {
    return attribute.map(XmlAttribute::value).orElse("");
  }
}
