package dev.autoheal.section;

import static dev.autoheal.section.Attribute.COUNT;
import static dev.autoheal.section.Attribute.PRIVATE_BYTES;
import static dev.autoheal.section.Attribute.STATUS_CODE;
import static dev.autoheal.section.Attribute.SUB_STATUS_CODE;
import static dev.autoheal.section.Attribute.TIME_INTERVAL;
import static dev.autoheal.section.Attribute.TIME_TAKEN;
import static dev.autoheal.section.Attribute.WIN32_STATUS_CODE;

import java.util.List;

/** The documented triggers, in the order they are reported. */
public enum Trigger {
  REQUESTS("requests", "requests", List.of(COUNT, TIME_INTERVAL), List.of()),
  SLOW_REQUESTS(
      "slowRequests", "slowRequests", List.of(COUNT, TIME_TAKEN, TIME_INTERVAL), List.of()),
  MEMORY("memory", "memory", List.of(PRIVATE_BYTES), List.of()),
  /** One {@code add} of the {@code statusCode} collection. */
  STATUS_CODES(
      "statusCodes",
      "add",
      List.of(STATUS_CODE, COUNT, TIME_INTERVAL),
      List.of(SUB_STATUS_CODE, WIN32_STATUS_CODE));

  private final String policyName;
  private final String element;
  private final List<Attribute> required;
  private final List<Attribute> optional;

  Trigger(String policyName, String element, List<Attribute> required, List<Attribute> optional) {
    this.policyName = policyName;
    this.element = element;
    this.required = required;
    this.optional = optional;
  }

  /** Its key in a policy and its name in reports. */
  public String policyName() {
    return policyName;
  }

  /** The element in web.config that holds its attributes. */
  public String element() {
    return element;
  }

  /** The attributes without which the element says nothing. */
  public List<Attribute> required() {
    return required;
  }

  /** The attributes that may be absent, which then mean 0, that is "any". */
  public List<Attribute> optional() {
    return optional;
  }

  /** The attributes that state a threshold, not which responses are meant. */
  public List<Attribute> thresholds() {
    return required.stream().filter(a -> a != STATUS_CODE).toList();
  }
}
