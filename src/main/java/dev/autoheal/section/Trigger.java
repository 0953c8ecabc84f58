package dev.autoheal.section;

import static dev.autoheal.section.Attribute.COUNT;
import static dev.autoheal.section.Attribute.PRIVATE_BYTES;
import static dev.autoheal.section.Attribute.STATUS_CODE;
import static dev.autoheal.section.Attribute.SUB_STATUS_CODE;
import static dev.autoheal.section.Attribute.TIME_INTERVAL;
import static dev.autoheal.section.Attribute.TIME_TAKEN;
import static dev.autoheal.section.Attribute.WIN32_STATUS_CODE;

import java.util.List;
import java.util.stream.Stream;

/** The documented triggers, in the order in which they are reported. */
public enum Trigger {
  /** Fires on a number of requests. */
  REQUESTS("requests", "requests", List.of(COUNT, TIME_INTERVAL), List.of()),
  /** Fires on a number of slow requests. */
  SLOW_REQUESTS(
      "slowRequests", "slowRequests", List.of(COUNT, TIME_TAKEN, TIME_INTERVAL), List.of()),
  /** Fires on the private memory of the process. */
  MEMORY("memory", "memory", List.of(PRIVATE_BYTES), List.of()),
  /**
   * Fires on a number of responses with a status; each {@code add} of the {@code statusCode}
   * collection is one such trigger.
   */
  STATUS_CODES(
      "statusCodes",
      "add",
      List.of(STATUS_CODE, COUNT, TIME_INTERVAL),
      List.of(SUB_STATUS_CODE, WIN32_STATUS_CODE));

  private final String policyName;
  private final String element;
  private final List<Attribute> required;
  private final List<Attribute> optional;
  private final List<Attribute> attributes;

  Trigger(String policyName, String element, List<Attribute> required, List<Attribute> optional) {
    this.policyName = policyName;
    this.element = element;
    this.required = required;
    this.optional = optional;
    this.attributes = Stream.concat(required.stream(), optional.stream()).toList();
  }

  /** Returns the key in a policy, which is also the name in reports. */
  public String policyName() {
    return policyName;
  }

  /** Returns the name of the element in web.config that has the attributes. */
  public String element() {
    return element;
  }

  /** Returns the attributes without which the element has no meaning. */
  public List<Attribute> required() {
    return required;
  }

  /** Returns the attributes that may be absent; absent means 0, which is "any". */
  public List<Attribute> optional() {
    return optional;
  }

  /** Returns all attributes, first the required and then the optional ones. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /**
   * Returns the required attributes that are thresholds; the status, which selects responses, is
   * not one.
   */
  public List<Attribute> thresholds() {
    return required.stream().filter(a -> a != STATUS_CODE).toList();
  }
}
