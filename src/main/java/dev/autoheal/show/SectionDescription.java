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
import dev.autoheal.xml.XmlAttribute;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Describes a section in the words of an operator. It says so where the makers of the platform do
 * not document something.
 */
final class SectionDescription {
  private final Section section;
  private final String hint;

  /**
   * Creates the description of a section.
   *
   * @param finder the words for what explains the problems of the section, for example {@code
   *     `autoheal check` says}
   */
  SectionDescription(Section section, String finder) {
    this.section = section;
    this.hint = "; %s what is wrong".formatted(finder);
  }

  /** Returns one sentence per trigger, in the order in which they are reported. */
  List<String> triggers() {
    return section.triggers().stream().map(this::trigger).toList();
  }

  private String trigger(TriggerElement trigger) {
    if (!isReadable(trigger)) {
      return "%s, as it stands: %s%s."
          .formatted(trigger.trigger().policyName(), SectionText.trigger(trigger), hint);
    }
    return "When %s on an instance, %s.".formatted(condition(trigger), happens());
  }

  /**
   * Returns whether all required values are present, and all values are numbers, times or
   * deployment tokens.
   */
  private static boolean isReadable(TriggerElement trigger) {
    return trigger.values().keySet().containsAll(trigger.trigger().required())
        && trigger.values().values().stream()
            .allMatch(value -> value.value().isPresent() || value.is(SectionValue.State.TOKEN));
  }

  private static String condition(TriggerElement trigger) {
    return switch (trigger.trigger()) {
      case REQUESTS ->
          (isOne(trigger) ? "there is 1 request" : "there are " + requests(trigger))
              + interval(trigger);
      case SLOW_REQUESTS ->
          requests(trigger)
              + (isOne(trigger) ? " takes longer than " : " take longer than ")
              + words(trigger, Attribute.TIME_TAKEN)
              + interval(trigger);
      case MEMORY -> "private bytes reach " + words(trigger, Attribute.PRIVATE_BYTES);
      case STATUS_CODES ->
          requests(trigger)
              + (isOne(trigger) ? " is answered with " : " are answered with ")
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

  /** Returns the status in words. A sub-status or win32 status that is 0 or absent means any. */
  private static String status(TriggerElement trigger) {
    String sub = which(trigger, Attribute.SUB_STATUS_CODE);
    String win32 = which(trigger, Attribute.WIN32_STATUS_CODE);
    return "status "
        + words(trigger, Attribute.STATUS_CODE)
        + (sub.isEmpty() ? ", any sub-status," : "." + sub)
        + (win32.isEmpty() ? "" : " and win32 status " + win32);
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
        : value.text();
  }

  private String happens() {
    if (stated().isEmpty()) {
      return "nothing is done";
    }
    return switch (kind().map(Action.Kind::name).orElse("")) {
      case "RECYCLE" -> "its worker is recycled";
      case "LOG_EVENT" -> "an event is logged";
      case "CUSTOM_ACTION" -> "a program is started";
      default -> "the action is taken";
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
   * deployment tokens.
   */
  List<String> rest() {
    List<String> rest = new ArrayList<>();
    if (section.triggers().size() > 1) {
      rest.add("Any one of them is enough.");
    }
    action().ifPresent(rest::add);
    program().ifPresent(rest::add);
    section
        .action()
        .flatMap(DiagnosticsCommand::of)
        .map(SectionDescription::needs)
        .ifPresent(rest::addAll);
    tokens().forEach(token -> rest.add(token + " is filled in by a deployment tool."));
    return rest;
  }

  private Optional<String> action() {
    if (stated().isEmpty()) {
      return Optional.of("No action is stated, so AutoHeal counts as switched off.");
    }
    boolean isToken = DeploymentToken.isIn(stated().get());
    return kind().isPresent()
        ? Optional.empty()
        : Optional.of(
            "The action is %s%s."
                .formatted(stated().get(), isToken ? "" : ", as it stands" + hint));
  }

  private Optional<String> program() {
    boolean isStarted = kind().equals(Optional.of(Action.Kind.CUSTOM_ACTION));
    Optional<Action.Program> program = section.action().flatMap(ActionElement::command);
    if (program.isEmpty() || program.get().exe().isBlank()) {
      return isStarted ? Optional.of("No program is named%s.".formatted(hint)) : Optional.empty();
    }
    return Optional.of(
        isStarted || kind().isEmpty()
            ? "The program: " + SectionText.program(program.get())
            : "A program stands beside the action, which does not start it: "
                + SectionText.program(program.get()));
  }

  /** Says what a diagnostics tool needs and web.config does not show. */
  private static List<String> needs(DiagnosticsCommand command) {
    String storage =
        command.needsStorage() ? ", the app setting WEBSITE_DAAS_STORAGE_CONNECTIONSTRING" : "";
    String restart = command.restarts() ? ", and then restarts the worker without data" : "";
    return List.of(
        "%s needs Always On%s and dedicated instances.".formatted(command.program(), storage),
        "It refuses more than 5 sessions in 120 minutes or 6 a day%s.".formatted(restart));
  }

  /** Returns the texts that hold a deployment token, each once. */
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
  Optional<String> unknown() {
    Set<String> unknown = new LinkedHashSet<>();
    if (!section.triggers().isEmpty()) {
      unknown.add("whether a value has to be reached or exceeded");
    }
    if (section.triggers().stream().anyMatch(t -> t.trigger() != Trigger.MEMORY)) {
      unknown.add("whether the time slides or runs in fixed windows");
    }
    if (has(Trigger.SLOW_REQUESTS)) {
      unknown.add("whether a slow request counts while it runs or once it has ended");
    }
    if (has(Trigger.MEMORY)) {
      unknown.add("whether the memory of processes that the worker started counts");
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of("Not documented: " + String.join("; ", unknown) + ".");
  }

  private boolean has(Trigger trigger) {
    return section.triggers().stream().anyMatch(element -> element.trigger() == trigger);
  }
}
