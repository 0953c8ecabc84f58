package dev.autoheal.lint;

import dev.autoheal.policy.App;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionText;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Location;
import dev.autoheal.text.Secrets;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlElement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the section of a file says, before and after a change; little enough to be kept of every
 * file.
 *
 * @param before empty when nothing changes, or no section stood
 * @param after what stands, or will; empty when no section does
 * @param plan what the app runs on, where an app governs the file
 */
public record SectionViews(
    Optional<Side> before, Optional<Side> after, Optional<Plan> plan, Ending ending) {

  /**
   * What ends a request first.
   *
   * @param seconds of the front end about so many
   */
  public record Ending(String name, long seconds) {
    private static Ending of(RuleContext subject) {
      return subject
          .config()
          .map(RequestLimits::of)
          .flatMap(RequestLimits::first)
          .map(limit -> new Ending(limit.name(), limit.seconds()))
          .orElse(new Ending("the front end", RequestLimits.FRONT_END));
    }
  }

  /**
   * A section.
   *
   * @param line that it starts in
   * @param text the element alone, indented as it stands, credentials made {@code *}
   * @param action as it stands, with its program
   */
  public record Side(int line, String text, List<Standing> triggers, Optional<String> action) {
    public Side {
      triggers = List.copyOf(triggers);
    }

    private static Side of(SourceFile file, Section section) {
      Location at = file.locate(section.element().startTag());
      return new Side(
          at.line(),
          text(file.text(), section.element()),
          section.triggers().stream().map(trigger -> Standing.of(file, trigger)).toList(),
          section.action().map(SectionText::action));
    }

    /** Other things may stand in its first and last line, which are nobody's business. */
    private static String text(String all, XmlElement element) {
      Span span = element.span();
      int start = span.start();
      while (start > 0 && (all.charAt(start - 1) == ' ' || all.charAt(start - 1) == '\t')) {
        start--;
      }
      return Secrets.redact(all).substring(start, span.end());
    }
  }

  /**
   * A trigger of a section.
   *
   * @param values those that can be read
   * @param words all of them, in short
   * @param at its element
   */
  public record Standing(Trigger trigger, Map<Attribute, Long> values, String words, Location at) {
    private static Standing of(SourceFile file, TriggerElement element) {
      Map<Attribute, Long> values = new EnumMap<>(Attribute.class);
      element
          .values()
          .forEach(
              (attribute, value) ->
                  value.value().ifPresent(number -> values.put(attribute, number)));
      return new Standing(
          element.trigger(),
          values,
          SectionText.trigger(element),
          file.locate(element.element().span()));
    }

    /** Of all triggers of one section no other has the same. */
    public String name() {
      return trigger != Trigger.STATUS_CODES || words.indexOf(',') < 0
          ? trigger.policyName()
          : trigger.policyName() + " " + words.substring(0, words.indexOf(','));
    }
  }

  /**
   * Of a file.
   *
   * @param before as it was, if it changes
   */
  static SectionViews of(Optional<RuleContext> before, RuleContext after) {
    return new SectionViews(
        before.flatMap(SectionViews::side),
        side(after),
        after.app().map(App::plan),
        Ending.of(after));
  }

  /** Of a file in two revisions; empty when neither is known. */
  public static Optional<SectionViews> between(
      Optional<SectionViews> earlier, Optional<SectionViews> later) {
    return later
        .or(() -> earlier)
        .map(
            known ->
                new SectionViews(
                    earlier.flatMap(SectionViews::after),
                    later.flatMap(SectionViews::after),
                    known.plan(),
                    known.ending()));
  }

  /** The first section that IIS would read, or the one in the file that holds it instead. */
  private static Optional<Side> side(RuleContext subject) {
    RuleContext holder = subject.source().orElse(subject);
    return holder.sections().stream().findFirst().map(section -> Side.of(holder.file(), section));
  }
}
