package dev.autoheal.section;

import dev.autoheal.section.bind.Actions;
import dev.autoheal.section.bind.CustomAction;
import dev.autoheal.section.bind.Memory;
import dev.autoheal.section.bind.Monitoring;
import dev.autoheal.section.bind.ObjectFactory;
import dev.autoheal.section.bind.Requests;
import dev.autoheal.section.bind.SlowRequests;
import dev.autoheal.section.bind.StatusCode;
import dev.autoheal.section.bind.StatusRule;
import dev.autoheal.section.bind.Triggers;
import dev.autoheal.xml.XmlFragment;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes and reads sections through the generated JAXB classes. New elements are written with them.
 * A rewritten section is read back with them, to verify that it has the required values. A JAXB
 * context costs more than the rest of a run, so nothing else uses this class.
 */
public final class SectionBinding {
  private SectionBinding() {}

  /**
   * Writes a {@code monitoring} element with the settings. Each trigger needs all its thresholds.
   */
  public static XmlFragment write(Settings settings) {
    Monitoring monitoring = new Monitoring();
    if (!settings.triggers().isEmpty()) {
      Triggers triggers = new Triggers();
      settings.triggers().forEach((key, values) -> add(triggers, key, values));
      monitoring.setTriggers(triggers);
    }
    settings.action().map(SectionBinding::actions).ifPresent(monitoring::setActions);
    return BindingXml.marshal(new ObjectFactory().createMonitoring(monitoring));
  }

  /**
   * Reads the settings of a section. A value that is a token or cannot be read becomes 0. Elements
   * and attributes that are not documented are left out.
   */
  public static Settings read(Section section) {
    Monitoring monitoring = BindingXml.unmarshal(section.element());
    Map<TriggerKey, Map<Attribute, Long>> triggers = new TreeMap<>();
    Optional.ofNullable(monitoring.getTriggers()).ifPresent(t -> read(t, triggers));
    return new Settings(
        new TreeMap<>(triggers),
        Optional.ofNullable(monitoring.getActions()).flatMap(SectionBinding::action));
  }

  private static void add(Triggers triggers, TriggerKey key, Map<Attribute, Long> values) {
    switch (key.trigger()) {
      case REQUESTS -> triggers.setRequests(requests(values));
      case SLOW_REQUESTS -> triggers.setSlowRequests(slowRequests(values));
      case MEMORY -> triggers.setMemory(memory(values));
      case STATUS_CODES -> {
        if (triggers.getStatusCode() == null) {
          triggers.setStatusCode(new StatusCode());
        }
        triggers.getStatusCode().getAdd().add(statusRule(key.status().orElseThrow(), values));
      }
    }
  }

  private static Requests requests(Map<Attribute, Long> values) {
    Requests requests = new Requests();
    requests.setCount(values.get(Attribute.COUNT));
    requests.setTimeInterval(TimeSpan.format(values.get(Attribute.TIME_INTERVAL)));
    return requests;
  }

  private static SlowRequests slowRequests(Map<Attribute, Long> values) {
    SlowRequests slow = new SlowRequests();
    slow.setCount(values.get(Attribute.COUNT));
    slow.setTimeTaken(TimeSpan.format(values.get(Attribute.TIME_TAKEN)));
    slow.setTimeInterval(TimeSpan.format(values.get(Attribute.TIME_INTERVAL)));
    return slow;
  }

  private static Memory memory(Map<Attribute, Long> values) {
    Memory memory = new Memory();
    memory.setPrivateBytesInKB(values.get(Attribute.PRIVATE_BYTES));
    return memory;
  }

  private static StatusRule statusRule(StatusKey key, Map<Attribute, Long> values) {
    StatusRule rule = new StatusRule();
    rule.setStatusCode(key.status());
    rule.setSubStatusCode(key.subStatus() == 0 ? null : key.subStatus());
    rule.setWin32StatusCode(key.win32Status() == 0 ? null : key.win32Status());
    rule.setCount(values.get(Attribute.COUNT));
    rule.setTimeInterval(TimeSpan.format(values.get(Attribute.TIME_INTERVAL)));
    return rule;
  }

  private static Actions actions(Action action) {
    Actions actions = new Actions();
    actions.setValue(action.kind().xmlName());
    action
        .program()
        .ifPresent(
            program -> {
              CustomAction custom = new CustomAction();
              custom.setExe(program.exe());
              custom.setParameters(program.parameters().isEmpty() ? null : program.parameters());
              actions.setCustomAction(custom);
            });
    return actions;
  }

  private static void read(Triggers from, Map<TriggerKey, Map<Attribute, Long>> triggers) {
    if (from.getRequests() != null) {
      triggers.put(
          TriggerKey.of(Trigger.REQUESTS),
          Map.of(
              Attribute.COUNT, from.getRequests().getCount(),
              Attribute.TIME_INTERVAL, seconds(from.getRequests().getTimeInterval())));
    }
    if (from.getSlowRequests() != null) {
      triggers.put(
          TriggerKey.of(Trigger.SLOW_REQUESTS),
          Map.of(
              Attribute.COUNT, from.getSlowRequests().getCount(),
              Attribute.TIME_TAKEN, seconds(from.getSlowRequests().getTimeTaken()),
              Attribute.TIME_INTERVAL, seconds(from.getSlowRequests().getTimeInterval())));
    }
    if (from.getMemory() != null) {
      triggers.put(
          TriggerKey.of(Trigger.MEMORY),
          Map.of(Attribute.PRIVATE_BYTES, from.getMemory().getPrivateBytesInKB()));
    }
    if (from.getStatusCode() != null) {
      from.getStatusCode().getAdd().forEach(rule -> read(rule, triggers));
    }
  }

  private static void read(StatusRule rule, Map<TriggerKey, Map<Attribute, Long>> triggers) {
    triggers.put(
        TriggerKey.of(
            new StatusKey(
                rule.getStatusCode(), rule.getSubStatusCode(), rule.getWin32StatusCode())),
        Map.of(
            Attribute.COUNT, rule.getCount(),
            Attribute.TIME_INTERVAL, seconds(rule.getTimeInterval())));
  }

  private static Optional<Action> action(Actions from) {
    Optional<Action.Program> program =
        Optional.ofNullable(from.getCustomAction())
            .map(c -> new Action.Program(text(c.getExe()), text(c.getParameters())));
    return Action.Kind.of(text(from.getValue())).map(kind -> new Action(kind, program));
  }

  private static long seconds(String text) {
    return TimeSpan.parse(text(text)).orElse(0);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
