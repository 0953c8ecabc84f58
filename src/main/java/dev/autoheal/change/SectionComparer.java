package dev.autoheal.change;

import dev.autoheal.change.Comparison.Compared;
import dev.autoheal.change.Comparison.Incomplete;
import dev.autoheal.change.Comparison.NotRoot;
import dev.autoheal.change.Comparison.Patching;
import dev.autoheal.change.Comparison.Refused;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.MisplacedSections;
import dev.autoheal.section.Section;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.text.Order;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares one file with what a policy requires of it. */
final class SectionComparer {
  private final WebConfig config;
  private final DesiredSection desired;
  private final TriggerComparer triggers;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Incomplete> incomplete = new ArrayList<>();

  /**
   * Creates a comparer of one file.
   *
   * @param config the file
   * @param desired what the policy requires of it
   */
  SectionComparer(WebConfig config, DesiredSection desired) {
    this.config = config;
    this.desired = desired;
    this.triggers = new TriggerComparer(action());
  }

  /** Returns the action after the change: the required one, else the existing one. */
  private Optional<Action.Kind> action() {
    return desired
        .action()
        .map(a -> a.action().kind())
        .or(() -> config.section().flatMap(Section::action).flatMap(ActionElement::kind));
  }

  /**
   * Compares the file with the policy.
   *
   * @param mayCreate whether a section may be created in this file
   */
  Comparison compare(boolean mayCreate) {
    if (desired.isNothing()) {
      return new Compared(List.of(), List.of());
    }
    if (config.levels().isEmpty() && config.sections().isEmpty()) {
      return new Refused(
          config.document().root().startTag(), "the root element is not <configuration>", true);
    }
    if (config.transform().filter(TransformedSections::isPatching).isPresent()) {
      return new Patching();
    }
    if (config.sections().size() > 1) {
      return config.transform().isPresent()
          ? refusal(
              config.sections().get(1),
              "the transform inserts more than one section; keep one",
              false)
          : refusal(config.sections().get(1), "the file has more than one section; keep one", true);
    }
    return config.section().map(this::compare).orElseGet(() -> withoutSection(mayCreate));
  }

  private static Refused refusal(Section section, String reason, boolean structural) {
    return new Refused(section.element().startTag(), reason, structural);
  }

  private Comparison withoutSection(boolean mayCreate) {
    List<DesiredTrigger> wanted =
        desired.triggers().values().stream().filter(Values.class::isInstance).toList();
    if (wanted.isEmpty()) {
      return new Compared(List.of(), List.of());
    }
    MisplacedSections found = MisplacedSections.of(config);
    Optional<Refused> refusal =
        refusal(found.misplaced(), "the section is where IIS does not read it; move it")
            .or(
                () ->
                    refusal(found.misnamed(), "the name of the section is misspelled; correct it"))
            .or(() -> refusal(inert(), "no xdt:Transform inserts the section; add one"));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!mayCreate) {
      return new NotRoot();
    }
    XmlElement root = config.document().root();
    if (config.transform().isPresent() && TransformType.attribute(root).isPresent()) {
      String reason = "the root element has xdt:Transform, so nothing can be added; remove it";
      return new Refused(root.startTag(), reason, false);
    }
    if (desired.action().isEmpty()) {
      incomplete.add(
          new Incomplete(
              config.home().startTag(),
              "missing 'action' in the policy for a new section; add it to the app",
              wanted.get(0).place()));
    }
    assume();
    return compared(Map.of());
  }

  private List<XmlElement> inert() {
    return config.transform().map(TransformedSections::inert).orElse(List.of());
  }

  /**
   * Refuses sections that a rule on the structure reports. A transform may hold one in order to
   * remove it, which is no reason to refuse.
   */
  private Optional<Refused> refusal(List<XmlElement> found, String reason) {
    return found.stream()
        .filter(each -> !isRemoved(each))
        .findFirst()
        .map(first -> new Refused(first.startTag(), reason, true));
  }

  private boolean isRemoved(XmlElement element) {
    return config.transform().isPresent() && TransformedSections.isRemoved(element);
  }

  /** Adds a note on the place of the section in a transform, if no base file shows that place. */
  private void assume() {
    if (config.transform().filter(t -> t.path().isAssumed()).isPresent()) {
      differences.add(
          new Difference(
              Change.Kind.ADD,
              "section",
              "",
              "in <location path=\".\">",
              "assumed: no web.config in this folder; `dotnet publish` creates one with this element",
              List.of()));
    }
  }

  private Comparison compare(Section section) {
    Map<TriggerKey, List<TriggerElement>> existing = section.byKey();
    return refusal(section, existing)
        .map(Comparison.class::cast)
        .orElseGet(() -> compared(existing));
  }

  private Optional<Refused> refusal(
      Section section, Map<TriggerKey, List<TriggerElement>> existing) {
    if (section.element().attribute("configSource").isPresent()) {
      var source = section.element().attribute("configSource").get();
      String reason =
          "%s moves the section elsewhere; move it back"
              .formatted(Quoted.attribute("configSource", source.value()));
      return Optional.of(new Refused(source.valueSpan(), reason, false));
    }
    if (!section.isPatchable()) {
      return Optional.of(
          new Refused(section.element().startTag(), "the section is ambiguous", true));
    }
    for (Map.Entry<TriggerKey, List<TriggerElement>> each : existing.entrySet()) {
      boolean isDuplicate = each.getValue().size() > 1;
      if (isDuplicate && desired.triggers().get(each.getKey()) instanceof Values) {
        String reason =
            "duplicate rule for status %s; remove one"
                .formatted(each.getKey().status().orElseThrow());
        return Optional.of(new Refused(each.getValue().get(1).element().startTag(), reason, false));
      }
    }
    return Optional.empty();
  }

  private Compared compared(Map<TriggerKey, List<TriggerElement>> existing) {
    desired.triggers().forEach((key, trigger) -> compare(key, trigger, existing.get(key)));
    existing.forEach(
        (key, elements) ->
            unwanted(key)
                .ifPresent(
                    policy ->
                        elements.forEach(e -> differences.add(triggers.removed(key, e, policy)))));
    Optional<ActionElement> action = config.section().flatMap(Section::action);
    XmlElement parent = config.section().map(Section::element).orElseGet(config::home);
    new ActionComparer(desired, action, parent.startTag()).compare().ifPresent(differences::add);
    differences.sort(Order.by(Difference::kind));
    return new Compared(differences, incomplete);
  }

  private void compare(TriggerKey key, DesiredTrigger trigger, List<TriggerElement> existing) {
    if (!(trigger instanceof Values values)) {
      return;
    }
    if (existing != null) {
      triggers.set(key, existing.get(0), values).ifPresent(differences::add);
      return;
    }
    List<String> missing =
        key.trigger().thresholds().stream()
            .filter(attribute -> !values.values().containsKey(attribute))
            .map(attribute -> "'%s'".formatted(attribute.policyName()))
            .toList();
    if (missing.isEmpty()) {
      differences.add(triggers.added(key, values, lacking(key)));
    } else {
      String message = "missing %s in the policy for %s; add %s";
      incomplete.add(
          new Incomplete(
              lacking(key),
              message.formatted(list(missing), name(key), missing.size() == 1 ? "it" : "them"),
              values.place()));
    }
  }

  /**
   * Returns the start tag that lacks a trigger: the innermost existing element that the trigger
   * belongs to.
   */
  private Span lacking(TriggerKey key) {
    Optional<Section> section = config.section();
    return section
        .flatMap(Section::statusCodesElement)
        .filter(collection -> key.status().isPresent())
        .or(() -> section.flatMap(Section::triggersElement))
        .or(() -> section.map(Section::element))
        .orElseGet(config::home)
        .startTag();
  }

  private static String name(TriggerKey key) {
    return key.status()
        .map(status -> "a new rule for status " + status)
        .orElseGet(() -> "a new " + Quoted.element(key.trigger().element()));
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /**
   * Returns the line of the policy that forbids an existing trigger; empty when the trigger may
   * stay.
   */
  private Optional<Location> unwanted(TriggerKey key) {
    DesiredTrigger trigger = desired.triggers().get(key);
    if (trigger != null) {
      return trigger instanceof DesiredSection.Removed
          ? Optional.of(trigger.place())
          : Optional.empty();
    }
    return Optional.ofNullable(desired.forbidden().get(key.trigger()))
        .or(desired::removesUnmanaged);
  }
}
