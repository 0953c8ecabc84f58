package dev.autoheal.change;

import dev.autoheal.change.Comparison.Compared;
import dev.autoheal.change.Comparison.Incomplete;
import dev.autoheal.change.Comparison.NotRoot;
import dev.autoheal.change.Comparison.Patching;
import dev.autoheal.change.Comparison.Refused;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.AskedTrigger;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MisplacedSections;
import dev.autoheal.section.Section;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import dev.autoheal.xdt.TransformKind;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares one file with what is asked of it. */
final class SectionComparer {
  private final WebConfig config;
  private final DesiredSection asked;
  private final TriggerComparer triggers;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Incomplete> incomplete = new ArrayList<>();

  SectionComparer(WebConfig config, DesiredSection asked) {
    this.config = config;
    this.asked = asked;
    this.triggers = new TriggerComparer(action());
  }

  /** The action that will stand. */
  private Optional<Action.Kind> action() {
    return asked
        .action()
        .map(a -> a.action().kind())
        .or(() -> config.section().flatMap(Section::action).flatMap(ActionElement::kind));
  }

  Comparison compare(boolean mayCreate) {
    if (asked.isNothing()) {
      return new Compared(List.of(), List.of());
    }
    if (config.levels().isEmpty() && config.sections().isEmpty()) {
      return new Refused(
          config.document().root().startTag(), "the root is no configuration element", true);
    }
    if (config.transform().filter(TransformedSections::isPatching).isPresent()) {
      return new Patching();
    }
    if (config.sections().size() > 1) {
      return config.transform().isPresent()
          ? refusal(config.sections().get(1), "the transform brings in several sections", false)
          : refusal(config.sections().get(1), "the section stands twice", true);
    }
    return config.section().map(this::compare).orElseGet(() -> withoutSection(mayCreate));
  }

  private static Refused refusal(Section section, String reason, boolean structural) {
    return new Refused(section.element().startTag(), reason, structural);
  }

  private Comparison withoutSection(boolean mayCreate) {
    List<AskedTrigger> wanted =
        asked.triggers().values().stream().filter(Values.class::isInstance).toList();
    if (wanted.isEmpty()) {
      return new Compared(List.of(), List.of());
    }
    MisplacedSections lost = MisplacedSections.of(config);
    Optional<Refused> refusal =
        refusal(lost.misplaced(), "a section stands where IIS does not look for it")
            .or(() -> refusal(lost.misnamed(), "a section has a name that IIS does not know"))
            .or(() -> refusal(inert(), "nothing brings in the section that stands here"));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!mayCreate) {
      return new NotRoot();
    }
    XmlElement root = config.document().root();
    if (config.transform().isPresent() && TransformKind.attribute(root).isPresent()) {
      String reason = "an operation stands on its root, so that nothing can be put beside it";
      return new Refused(root.startTag(), reason, false);
    }
    if (asked.action().isEmpty()) {
      incomplete.add(
          new Incomplete(
              config.home().startTag(),
              "a section must be created, but the policy gives no action",
              wanted.get(0).place()));
    }
    assume();
    return compared(Map.of());
  }

  private List<XmlElement> inert() {
    return config.transform().map(TransformedSections::inert).orElse(List.of());
  }

  /**
   * Of sections that a rule on structure reports; in a transform one may be there to be removed.
   */
  private Optional<Refused> refusal(List<XmlElement> lost, String reason) {
    return lost.stream()
        .filter(each -> !isTakenOut(each))
        .findFirst()
        .map(first -> new Refused(first.startTag(), reason, true));
  }

  private boolean isTakenOut(XmlElement element) {
    return config.transform().isPresent() && TransformedSections.isTakenOut(element);
  }

  /** Where a transform would get its section, if that is not what its base says. */
  private void assume() {
    if (config.transform().filter(t -> t.path().isAssumed()).isPresent()) {
      differences.add(
          new Difference(
              Change.Kind.ADD,
              "section",
              "",
              "in <location path=\".\">",
              "assumed: there is no web.config beside it, and `dotnet publish` writes one like that",
              List.of()));
    }
  }

  private Comparison compare(Section section) {
    Map<TriggerKey, List<TriggerElement>> standing = section.byKey();
    return refusal(section, standing)
        .map(Comparison.class::cast)
        .orElseGet(() -> compared(standing));
  }

  private Optional<Refused> refusal(
      Section section, Map<TriggerKey, List<TriggerElement>> standing) {
    if (section.element().attribute("configSource").isPresent()) {
      var source = section.element().attribute("configSource").get();
      String reason = "the section stands in %s, which is not rewritten".formatted(source.value());
      return Optional.of(new Refused(source.valueSpan(), reason, false));
    }
    if (!section.isPatchable()) {
      return Optional.of(
          new Refused(
              section.element().startTag(), "the parts of the section cannot be told apart", true));
    }
    return standing.entrySet().stream()
        .filter(e -> e.getValue().size() > 1 && asked.triggers().get(e.getKey()) instanceof Values)
        .findFirst()
        .map(
            e ->
                new Refused(
                    e.getValue().get(1).element().startTag(),
                    "two rules count %s; remove one".formatted(e.getKey().status().orElseThrow()),
                    false));
  }

  private Compared compared(Map<TriggerKey, List<TriggerElement>> standing) {
    asked.triggers().forEach((key, trigger) -> compare(key, trigger, standing.get(key)));
    standing.forEach(
        (key, elements) ->
            unwanted(key)
                .ifPresent(
                    policy ->
                        elements.forEach(e -> differences.add(triggers.removed(key, e, policy)))));
    Optional<ActionElement> action = config.section().flatMap(Section::action);
    XmlElement parent = config.section().map(Section::element).orElseGet(config::home);
    new ActionComparer(asked, action, parent.startTag()).compare().ifPresent(differences::add);
    differences.sort(Comparator.comparing(Difference::kind));
    return new Compared(differences, incomplete);
  }

  private void compare(TriggerKey key, AskedTrigger trigger, List<TriggerElement> standing) {
    if (!(trigger instanceof Values values)) {
      return;
    }
    if (standing != null) {
      triggers.set(key, standing.get(0), values).ifPresent(differences::add);
      return;
    }
    List<String> missing =
        key.trigger().thresholds().stream()
            .filter(attribute -> !values.values().containsKey(attribute))
            .map(Attribute::policyName)
            .toList();
    if (missing.isEmpty()) {
      differences.add(triggers.added(key, values, lacking(key)));
    } else {
      String message = "%s must be created, but the policy gives no %s";
      incomplete.add(
          new Incomplete(
              lacking(key),
              message.formatted(name(key), String.join(" and no ", missing)),
              values.place()));
    }
  }

  /** The start tag that lacks a trigger: the innermost of those it belongs into that stands. */
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
    return key.status().map(s -> "a status rule for " + s).orElse(key.trigger().policyName());
  }

  /** The line by which a standing trigger may not stand. */
  private Optional<Location> unwanted(TriggerKey key) {
    AskedTrigger trigger = asked.triggers().get(key);
    if (trigger != null) {
      return trigger instanceof DesiredSection.Removed
          ? Optional.of(trigger.place())
          : Optional.empty();
    }
    return Optional.ofNullable(asked.forbidden().get(key.trigger())).or(asked::removesUnmanaged);
  }
}
