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
 * The section of a file before and after a change. It is small enough to be kept for every file.
 *
 * @param before the section before the change; empty when nothing changes or there was no section
 * @param after the section after the change, or the current one if nothing changes; empty when
 *     there is none
 * @param plan the App Service plan of the app; empty when no app matches the file
 * @param ending the time limit that ends a request first
 */
public record SectionViews(
    Optional<SectionView> before, Optional<SectionView> after, Optional<Plan> plan, Ending ending) {

  /**
   * The time limit that ends a request first.
   *
   * @param name what sets the limit
   * @param seconds the limit in seconds; for the front end it is an approximate value
   */
  public record Ending(String name, long seconds) {
    private static Ending of(RuleContext context) {
      return context
          .config()
          .map(RequestLimits::of)
          .flatMap(RequestLimits::first)
          .map(limit -> new Ending(limit.name(), limit.seconds()))
          .orElse(new Ending("the front end", RequestLimits.FRONT_END));
    }
  }

  /**
   * One version of a section.
   *
   * @param line the line on which the section starts
   * @param text the {@code monitoring} element alone, with its indentation, in which credentials
   *     are replaced by {@code *}
   * @param triggers in the order of the section
   * @param action the action in words, with its program; empty when there is none
   */
  public record SectionView(
      int line, String text, List<TriggerView> triggers, Optional<String> action) {
    public SectionView {
      triggers = List.copyOf(triggers);
    }

    private static SectionView of(SourceFile file, Section section) {
      Location at = file.locate(section.element().startTag());
      return new SectionView(
          at.line(),
          text(file.text(), section.element()),
          section.triggers().stream().map(trigger -> TriggerView.of(file, trigger)).toList(),
          section.action().map(SectionText::action));
    }

    /**
     * Returns the text of the element without the rest of its first and last line, which may hold
     * unrelated content.
     */
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
   * A trigger that the section contains.
   *
   * @param trigger the kind of trigger
   * @param values the numeric values that can be read
   * @param words all values in short form
   * @param at the location of the element
   */
  public record TriggerView(
      Trigger trigger, Map<Attribute, Long> values, String words, Location at) {
    private static TriggerView of(SourceFile file, TriggerElement element) {
      Map<Attribute, Long> values = new EnumMap<>(Attribute.class);
      element
          .values()
          .forEach(
              (attribute, value) ->
                  value.value().ifPresent(number -> values.put(attribute, number)));
      return new TriggerView(
          element.trigger(),
          values,
          SectionText.trigger(element),
          file.locate(element.element().span()));
    }

    /** Returns a name that no other trigger of the section has. */
    public String name() {
      return trigger != Trigger.STATUS_CODES || words.indexOf(',') < 0
          ? trigger.policyName()
          : trigger.policyName() + " " + words.substring(0, words.indexOf(','));
    }
  }

  /**
   * Creates the views of one file.
   *
   * @param before the file before a change; empty when it does not change
   * @param after the file after the change, or as it is
   */
  static SectionViews of(Optional<RuleContext> before, RuleContext after) {
    return new SectionViews(
        before.flatMap(SectionViews::side),
        side(after),
        after.app().map(App::plan),
        Ending.of(after));
  }

  /** Combines the views of a file in two revisions; empty when both are empty. */
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

  /**
   * Returns the first section that IIS would read, from the file that {@code configSource} names if
   * there is one.
   */
  private static Optional<SectionView> side(RuleContext context) {
    RuleContext holder = context.source().orElse(context);
    return holder.sections().stream()
        .findFirst()
        .map(section -> SectionView.of(holder.file(), section));
  }
}
