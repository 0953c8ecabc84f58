package dev.autoheal.show;

import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.DiagnosticsCommand;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionText;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Describes a section in the words of an operator, and states which behavior Microsoft does not
 * document.
 */
final class SectionDescription {
  private final Section section;
  private final String explainer;

  /**
   * Creates the description of a section.
   *
   * @param explainer the words that say where the problems of the section are explained, for
   *     example {@code run `autoheal check` for details}
   */
  SectionDescription(Section section, String explainer) {
    this.section = section;
    this.explainer = explainer;
  }

  /** Returns one sentence per trigger, in the order in which they are reported. */
  List<String> triggers() {
    return section.triggers().stream().map(this::trigger).toList();
  }

  private String trigger(TriggerElement trigger) {
    if (!isReadable(trigger)) {
      return "Invalid %s: %s; %s."
          .formatted(trigger.trigger().policyName(), SectionText.trigger(trigger), explainer);
    }
    return "When %s, %s.".formatted(condition(trigger), happens());
  }

  /**
   * Returns whether all required values are present, and all values are numbers, times or
   * placeholders.
   */
  private static boolean isReadable(TriggerElement trigger) {
    return trigger.values().keySet().containsAll(trigger.trigger().required())
        && trigger.values().values().stream()
            .allMatch(value -> value.value().isPresent() || value.is(SectionValue.State.TOKEN));
  }

  private static String condition(TriggerElement trigger) {
    return switch (trigger.trigger()) {
      case REQUESTS -> "an instance gets " + requests(trigger) + interval(trigger);
      case SLOW_REQUESTS ->
          requests(trigger)
              + interval(trigger)
              + (isOne(trigger) ? " takes longer than " : " take longer than ")
              + words(trigger, Attribute.TIME_TAKEN)
              + " on an instance";
      case MEMORY ->
          "private bytes on an instance reach " + words(trigger, Attribute.PRIVATE_BYTES);
      case STATUS_CODES ->
          "an instance answers "
              + requests(trigger)
              + " with "
              + status(trigger)
              + interval(trigger);
    };
  }

  private static String interval(TriggerElement trigger) {
    return " within " + words(trigger, Attribute.TIME_INTERVAL);
  }

  private static String requests(TriggerElement trigger) {
    return words(trigger, Attribute.COUNT) + (isOne(trigger) ? " request" : " requests");
  }

  private static boolean isOne(TriggerElement trigger) {
    return trigger.values().get(Attribute.COUNT).value().orElse(0) == 1;
  }

  /** Returns the status in words. A substatus or win32 status that is 0 or absent means any. */
  private static String status(TriggerElement trigger) {
    String sub = which(trigger, Attribute.SUB_STATUS_CODE);
    String win32 = which(trigger, Attribute.WIN32_STATUS_CODE);
    return "status "
        + words(trigger, Attribute.STATUS_CODE)
        + (sub.isEmpty() ? " (any substatus)" : "." + sub)
        + (win32.isEmpty() ? "" : " and Win32 status " + win32);
  }

  private static String which(TriggerElement trigger, Attribute attribute) {
    return Optional.ofNullable(trigger.values().get(attribute))
        .filter(value -> value.value().orElse(-1) != 0)
        .map(SectionDescription::words)
        .orElse("");
  }

  private static String words(TriggerElement trigger, Attribute attribute) {
    return words(trigger.values().get(attribute));
  }

  private static String words(SectionValue value) {
    return value.value().isPresent()
        ? value.attribute().words(value.value().getAsLong())
        : Quoted.literal(value.text());
  }

  private String happens() {
    if (stated().isEmpty()) {
      return "nothing happens";
    }
    return switch (kind().map(Action.Kind::name).orElse("")) {
      case "RECYCLE" -> "AutoHeal recycles its worker process";
      case "LOG_EVENT" -> "AutoHeal logs an event";
      case "CUSTOM_ACTION" -> "AutoHeal starts a program";
      default -> "AutoHeal runs the action";
    };
  }

  private Optional<Action.Kind> kind() {
    return section.action().flatMap(ActionElement::kind);
  }

  private Optional<String> stated() {
    return section
        .action()
        .flatMap(ActionElement::value)
        .map(XmlAttribute::value)
        .filter(value -> !value.isBlank());
  }

  /**
   * Returns the sentences that hold for all triggers: that any one is enough, the action, the
   * placeholders.
   */
  List<String> rest() {
    List<String> rest = new ArrayList<>();
    if (section.triggers().size() > 1) {
      rest.add("Any one of these triggers is enough.");
    }
    action().ifPresent(rest::add);
    program().ifPresent(rest::add);
    section
        .action()
        .flatMap(DiagnosticsCommand::of)
        .map(SectionDescription::needs)
        .ifPresent(rest::addAll);
    tokens()
        .forEach(
            token -> rest.add("A deployment tool replaces %s.".formatted(Quoted.literal(token))));
    return rest;
  }

  private Optional<String> action() {
    if (stated().isEmpty()) {
      return Optional.of("The section has no action, so AutoHeal is off.");
    }
    boolean isToken = DeploymentToken.isIn(stated().get());
    return kind().isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s %s%s."
                .formatted(
                    isToken ? "The action is" : "Unknown action",
                    Quoted.literal(stated().get()),
                    isToken ? "" : "; " + explainer));
  }

  private Optional<String> program() {
    boolean isStarted = kind().equals(Optional.of(Action.Kind.CUSTOM_ACTION));
    Optional<Action.Program> program = section.action().flatMap(ActionElement::command);
    if (program.isEmpty() || program.get().exe().isBlank()) {
      return isStarted
          ? Optional.of("The action names no program; %s.".formatted(explainer))
          : Optional.empty();
    }
    return Optional.of(
        isStarted || kind().isEmpty()
            ? "Program: " + SectionText.program(program.get())
            : "Program that the action does not start: " + SectionText.program(program.get()));
  }

  /** Returns the requirements of a diagnostics tool that web.config does not show. */
  private static List<String> needs(DiagnosticsCommand command) {
    String storage =
        command.needsStorage() ? ", the app setting WEBSITE_DAAS_STORAGE_CONNECTIONSTRING" : "";
    String restart =
        command.restarts() ? "; beyond that, it restarts the worker without collecting data" : "";
    return List.of(
        "%s needs Always On%s and dedicated instances.".formatted(command.program(), storage),
        "It allows at most 5 sessions in 120 min and 6 in a day%s.".formatted(restart));
  }

  /** Returns the texts that hold a placeholder, each once. */
  private Set<String> tokens() {
    Set<String> tokens = new LinkedHashSet<>();
    section.values(SectionValue.State.TOKEN).map(SectionValue::text).forEach(tokens::add);
    section.action().stream()
        .flatMap(action -> action.tokens().stream())
        .map(XmlAttribute::value)
        .forEach(tokens::add);
    return tokens;
  }

  /** Returns what is not documented about the triggers of the section; empty if it has none. */
  List<String> unknown() {
    if (section.triggers().isEmpty()) {
      return List.of();
    }
    List<String> unknown = new ArrayList<>();
    unknown.add("Not documented:");
    unknown.add("- whether a trigger fires at its value or only above it");
    if (section.triggers().stream().anyMatch(t -> t.trigger() != Trigger.MEMORY)) {
      unknown.add("- whether the time window slides or is fixed");
    }
    if (has(Trigger.SLOW_REQUESTS)) {
      unknown.add("- whether a slow request counts while it runs or when it ends");
    }
    if (has(Trigger.MEMORY)) {
      unknown.add("- whether the memory of child processes counts");
    }
    return unknown;
  }

  private boolean has(Trigger trigger) {
    return section.triggers().stream().anyMatch(element -> element.trigger() == trigger);
  }
}
