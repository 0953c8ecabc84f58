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
 * A file as a row of a table, each text fit for people.
 *
 * @param triggers in short, {@code slowRequests 20 over 45 s in 2 min}
 * @param note what there is to know beside them; empty for nothing
 * @param findings in words; empty when there are none
 */
record ShowRow(
    String path,
    String app,
    List<String> triggers,
    String note,
    String action,
    String plan,
    String findings) {

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

  /** Of a program that is started the name is enough. */
  private static String action(ActionElement action) {
    String value = action.value().map(XmlAttribute::value).orElse("");
    boolean startsNone =
        action.kind().filter(kind -> kind != Action.Kind.CUSTOM_ACTION).isPresent();
    String program = startsNone ? "" : action.exe().map(XmlAttribute::value).orElse("");
    return SingleLineText.brief((value + " " + program.replaceFirst("^.*[/\\\\]", "")).strip());
  }
}
