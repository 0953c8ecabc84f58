package dev.autoheal.rule;

import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import java.util.Optional;

/** The program that the action starts. */
final class Programs {
  private Programs() {}

  /** Empty when the action is another, names none, or leaves the name to a deployment tool. */
  static Optional<ActionElement> in(Section section) {
    return section
        .action()
        .filter(action -> action.kind().equals(Optional.of(Action.Kind.CUSTOM_ACTION)))
        .filter(action -> action.exe().filter(exe -> isNamed(exe.value())).isPresent());
  }

  private static boolean isNamed(String exe) {
    return !exe.isBlank() && !dev.autoheal.section.Placeholder.isIn(exe);
  }
}
