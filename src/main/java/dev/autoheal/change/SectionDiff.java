package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.DesiredUnmanaged;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionText;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the differences in meaning between two versions of a file. The earlier version is compared
 * with the later one as if a policy required the later one. The place of the requirement is then in
 * the later version.
 */
public final class SectionDiff {
  private static final WebConfig NONE = WebConfig.of(empty());

  private final WebConfig before;
  private final Optional<Section> after;
  private final ParsedFile file;

  private SectionDiff(WebConfig before, Optional<Section> after, ParsedFile file) {
    this.before = counts(before, after) ? before : NONE;
    this.after = after;
    this.file = file;
  }

  /**
   * Returns whether the earlier section counts. A section that broke the site counts as absent,
   * unless the later version is still broken.
   */
  private static boolean counts(WebConfig before, Optional<Section> after) {
    Optional<Section> section = before.section();
    boolean isFixed = after.isPresent() && after.get().isPatchable();
    return section.isPresent() && (section.get().isPatchable() || !isFixed);
  }

  /**
   * Compares two versions of a file, of which one may be absent.
   *
   * @param before the earlier version; empty when there was no file
   * @param after the later version; empty when there is no file
   */
  public static List<Difference> differences(
      Optional<ParsedFile> before, Optional<ParsedFile> after) {
    return new SectionDiff(
            before.flatMap(ParsedFile::config).orElse(NONE),
            after.flatMap(ParsedFile::config).flatMap(WebConfig::section),
            after.or(() -> before).orElseThrow())
        .differences();
  }

  private static XmlDocument empty() {
    byte[] bytes = "<configuration />".getBytes(StandardCharsets.UTF_8);
    return ((XmlDocument.Parsed) XmlDocument.parse(SourceFile.of("web.config", bytes))).document();
  }

  private List<Difference> differences() {
    Comparison comparison = Comparison.of(before, desired(), true);
    List<Difference> differences = new ArrayList<>(comparison.differencesOrNone());
    actionGone().ifPresent(differences::add);
    if (comparison instanceof Comparison.Compared && after.isPresent()) {
      new PlaceholderDiff(before.section(), after.get(), this::locate).addTo(differences);
    }
    return differences;
  }

  private DesiredSection desired() {
    Map<TriggerKey, DesiredTrigger> triggers = new TreeMap<>();
    after.ifPresent(
        section ->
            section.byKey().forEach((key, elements) -> triggers.put(key, values(elements.get(0)))));
    return new DesiredSection(
        triggers,
        Map.of(),
        after.flatMap(Section::action).flatMap(this::action),
        Optional.of(new DesiredUnmanaged(Unmanaged.REMOVE, place())));
  }

  /** Returns the start tag of the section that lacks what was removed. */
  private Location place() {
    return after
        .map(section -> locate(section.element().startTag()))
        .orElseGet(() -> Location.startOf(file.source().path()));
  }

  private Values values(TriggerElement element) {
    Map<Attribute, DesiredValue> values = new EnumMap<>(Attribute.class);
    for (Attribute attribute : element.trigger().thresholds()) {
      Optional.ofNullable(element.values().get(attribute))
          .filter(value -> value.value().isPresent())
          .ifPresent(
              value ->
                  values.put(
                      attribute,
                      new DesiredValue(value.value().getAsLong(), locate(value.span()))));
    }
    return new Values(values, locate(element.element().startTag()));
  }

  private Optional<DesiredAction> action(ActionElement element) {
    return element
        .kind()
        .map(
            kind ->
                new DesiredAction(
                    new Action(kind, element.command()), locate(element.element().startTag())));
  }

  private Location locate(Span span) {
    return file.origin(span).excerpt();
  }

  /**
   * Returns the difference of a removed action. No policy can require that there is no action, so a
   * comparison does not find it.
   */
  private Optional<Difference> actionGone() {
    Optional<ActionElement> existing = before.section().flatMap(Section::action);
    boolean isGone = after.isPresent() && after.get().action().isEmpty();
    return existing.filter(action -> isGone).map(this::gone);
  }

  private Difference gone(ActionElement action) {
    Change change =
        new Change(
            Optional.empty(),
            Optional.of("value"),
            action.value().map(value -> value.value()),
            Optional.empty(),
            Effect.ACTION_CHANGED,
            place(),
            action.element().startTag());
    return new Difference(
        Change.Kind.REMOVE,
        "action",
        SectionText.action(action),
        "",
        "gone: no longer " + SectionText.happens(action.kind()),
        List.of(change));
  }
}
