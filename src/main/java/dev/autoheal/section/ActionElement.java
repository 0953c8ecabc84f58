package dev.autoheal.section;

import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code actions} element of a section.
 *
 * @param element the element
 * @param value its attribute {@code value}
 * @param program its first {@code customAction} element
 * @param exe the attribute {@code exe} of {@code program}
 * @param parameters the attribute {@code parameters} of {@code program}
 */
public record ActionElement(
    XmlElement element,
    Optional<XmlAttribute> value,
    Optional<XmlElement> program,
    Optional<XmlAttribute> exe,
    Optional<XmlAttribute> parameters) {

  /** Reads an {@code actions} element; an attribute or element that is missing is empty. */
  static ActionElement of(XmlElement element) {
    Optional<XmlElement> program = element.first("customAction");
    return new ActionElement(
        element,
        element.attribute("value"),
        program,
        program.flatMap(p -> p.attribute("exe")),
        program.flatMap(p -> p.attribute("parameters")));
  }

  /**
   * Returns the action that the value names, in any letter case; empty when the value is missing or
   * names none.
   */
  public Optional<Action.Kind> kind() {
    return value.flatMap(v -> Action.Kind.of(v.value()));
  }

  /** Returns the path of the program that the action starts; empty if it starts none. */
  public Optional<XmlAttribute> started() {
    return kind()
        .filter(Action.Kind.CUSTOM_ACTION::equals)
        .flatMap(kind -> exe)
        .filter(path -> !path.value().isBlank());
  }

  /**
   * Returns the program of the element, whether or not the action starts it. A missing attribute is
   * the empty string.
   */
  public Optional<Action.Program> command() {
    return program.map(element -> new Action.Program(text(exe), text(parameters)));
  }

  /**
   * Returns the value if it names no known action. It is empty for a value that holds a deployment
   * token or only white space.
   */
  public Optional<XmlAttribute> unknownValue() {
    return value
        .filter(xml -> !DeploymentToken.isIn(xml.value()))
        .filter(xml -> !xml.value().isBlank())
        .filter(xml -> Action.Kind.of(xml.value()).isEmpty());
  }

  /**
   * Returns whether the action starts a program whose name is given and is not left to a deployment
   * tool.
   */
  public boolean startsNamedProgram() {
    return kind().equals(Optional.of(Action.Kind.CUSTOM_ACTION))
        && exe.map(XmlAttribute::value)
            .filter(path -> !path.isBlank() && !DeploymentToken.isInCommand(path))
            .isPresent();
  }

  /**
   * Returns whether the action is known to restart the worker. Of programs, only the diagnostics
   * tools of App Service are known.
   */
  public boolean restarts() {
    return kind().equals(Optional.of(Action.Kind.RECYCLE))
        || DiagnosticsCommand.of(this).filter(DiagnosticsCommand::restarts).isPresent();
  }

  /** Returns the attributes of the action and of its program that hold a deployment token. */
  public List<XmlAttribute> tokens() {
    return Stream.concat(
            value.stream().filter(xml -> DeploymentToken.isIn(xml.value())),
            Stream.of(exe, parameters)
                .flatMap(Optional::stream)
                .filter(xml -> DeploymentToken.isInCommand(xml.value())))
        .toList();
  }

  private static String text(Optional<XmlAttribute> attribute) {
    return attribute.map(XmlAttribute::value).orElse("");
  }
}
