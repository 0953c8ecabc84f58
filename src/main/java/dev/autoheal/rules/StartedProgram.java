package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.section.ActionElement;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import java.util.Optional;

/**
 * The program that an action starts, for findings about the action. A review tells two of them
 * apart by the whole path, which a message has no room for.
 *
 * @param exe the path; empty if the action starts no program
 */
record StartedProgram(Optional<XmlAttribute> exe) {
  static StartedProgram of(Optional<ActionElement> action) {
    return new StartedProgram(action.flatMap(ActionElement::started));
  }

  /** Returns the file name, for example {@code " ('tool.exe')"}, or an empty string. */
  String words() {
    return exe.map(XmlAttribute::value)
        .map(path -> path.substring(path.replace('/', '\\').lastIndexOf('\\') + 1))
        .map(name -> " (%s)".formatted(Quoted.literal(name)))
        .orElse("");
  }

  /** Returns the places that explain a finding about the action. */
  Related[] after(Related policy) {
    return exe.map(path -> Related.here(path.valueSpan(), "the program that the action starts"))
        .map(program -> new Related[] {policy, program})
        .orElse(new Related[] {policy});
  }
}
