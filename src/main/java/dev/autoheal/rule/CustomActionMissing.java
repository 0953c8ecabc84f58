package dev.autoheal.rule;

import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code CustomAction} starts a program, and the portal refuses one without an {@code exe}. */
final class CustomActionMissing implements Rule {
  @Override
  public String summary() {
    return "the action is CustomAction, but no program is named";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      place(section)
          .ifPresent(
              span ->
                  reporter.report(
                      span,
                      "the action is CustomAction, but no program is named, so the triggers start"
                          + " nothing: "
                          + cure(section.action().orElseThrow())));
    }
  }

  /** Where the program or its name is missing. */
  static Optional<Span> place(Section section) {
    return section
        .action()
        .filter(action -> action.kind().equals(Optional.of(Action.Kind.CUSTOM_ACTION)))
        .flatMap(action -> place(section, action));
  }

  private static Optional<Span> place(Section section, ActionElement action) {
    if (action.program().isEmpty()) {
      boolean isAttribute =
          Stream.of("exe", "parameters")
              .anyMatch(name -> action.element().attribute(name).isPresent());
      return !isAttribute && Missing.element(section, action.element(), "customAction")
          ? Optional.of(action.element().startTag())
          : Optional.empty();
    }
    if (action.exe().isPresent()) {
      return action.exe().filter(exe -> exe.value().isBlank()).map(XmlAttribute::valueSpan);
    }
    XmlElement program = action.program().get();
    boolean isMissing = Missing.attribute(program, "exe") && program.elements().isEmpty();
    return isMissing ? Optional.of(program.startTag()) : Optional.empty();
  }

  private static String cure(ActionElement action) {
    return action.program().isEmpty()
        ? "add <customAction exe=\"…\" />, or write Recycle"
        : "write its path in exe, or write Recycle as the action";
  }
}
