package dev.autoheal.show;

import dev.autoheal.report.SingleLineText;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionText;
import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.Optional;

/**
 * A file as a row of a table, with texts that are safe to show to people.
 *
 * @param path the path of the file
 * @param app the app that matches the file; empty if there is none
 * @param triggers the triggers in short, {@code slowRequests 20 over 45 s in 2 min}
 * @param note further facts in a few words; empty if there are none
 * @param action the action in short; empty if there is none
 * @param plan the plan in short; empty if it is unknown
 * @param findings the number of findings in words; empty if there are none
 */
record ShowRow(
    String path,
    String app,
    List<String> triggers,
    String note,
    String action,
    String plan,
    String findings) {

  /** Returns the row of a file. */
  static ShowRow of(ShownFile shown) {
    Optional<Section> section = shown.section();
    return new ShowRow(
        SingleLineText.of(shown.path()),
        shown.app().map(SingleLineText::of).orElse(""),
        section.stream()
            .flatMap(present -> present.triggers().stream())
            .map(t -> SingleLineText.brief(t.trigger().policyName() + " " + SectionText.trigger(t)))
            .toList(),
        SingleLineText.of(shown.note()),
        section.flatMap(Section::action).map(ShowRow::action).orElse(""),
        shown.planWords(),
        shown.findings());
  }

  /** Returns the action; the name of a program that it starts is enough. */
  private static String action(ActionElement action) {
    String value = SectionText.value(action);
    boolean startsNone =
        action.kind().filter(kind -> kind != Action.Kind.CUSTOM_ACTION).isPresent();
    String program = startsNone ? "" : action.exe().map(XmlAttribute::value).orElse("");
    return SingleLineText.brief((value + " " + program.replaceFirst("^.*[/\\\\]", "")).strip());
  }
}
