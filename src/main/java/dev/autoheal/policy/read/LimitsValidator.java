package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Limits.Actions;
import dev.autoheal.policy.Limits.Breach;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;

/**
 * Checks the section that an app requires against the limits of the app and against a limit of the
 * portal.
 *
 * @param desired the required section
 * @param limits the limits of the app
 * @param problems the collector that gets the problems
 */
record LimitsValidator(DesiredSection desired, Limits limits, ProblemCollector problems) {
  private static final TriggerKey SLOW_REQUESTS = TriggerKey.of(Trigger.SLOW_REQUESTS);

  /**
   * Adds a problem for each value and action that a limit does not allow. A {@code timeInterval} of
   * slow requests below their {@code timeTaken}, which the portal refuses, is a problem too.
   */
  void check() {
    refuseShortInterval();
    desired
        .triggers()
        .forEach(
            (key, trigger) -> {
              if (trigger instanceof Values values) {
                values
                    .values()
                    .forEach((attribute, value) -> check(key.trigger(), attribute, value));
              }
            });
    desired
        .action()
        .ifPresent(
            action ->
                limits
                    .refusing(action.action().kind())
                    .ifPresent(actions -> refuse(action.place(), actions)));
  }

  private void check(Trigger trigger, Attribute attribute, DesiredValue value) {
    limits
        .range(trigger, attribute)
        .breach(value.value())
        .ifPresent(breach -> refuse(attribute, value, breach));
  }

  private void refuse(Attribute attribute, DesiredValue value, Breach breach) {
    problems.add(
        value.place(),
        "%s is %s, %s of %s that the limits in %s allow"
            .formatted(
                attribute.policyName(),
                attribute.words(value.value()),
                breach.words(),
                attribute.words(breach.end().value()),
                place(breach.end().place(), value.place())));
  }

  private void refuse(Location action, Actions allowed) {
    problems.add(
        action,
        "this action is none that the limits in %s allow: %s"
            .formatted(place(allowed.place(), action), allowed.words()));
  }

  /**
   * Formats the location of a limit: only the line number when it is in the same file as the value.
   */
  private static String place(Location limit, Location seen) {
    return limit.path().equals(seen.path())
        ? "line " + limit.line()
        : limit.path() + ":" + limit.line();
  }

  private void refuseShortInterval() {
    if (!(desired.triggers().get(SLOW_REQUESTS) instanceof Values values)) {
      return;
    }
    DesiredValue taken = values.values().get(Attribute.TIME_TAKEN);
    DesiredValue interval = values.values().get(Attribute.TIME_INTERVAL);
    if (taken != null && interval != null && interval.value() < taken.value()) {
      problems.add(
          interval.place(),
          "timeInterval is %s, less than the timeTaken of %s in %s, which the portal refuses"
              .formatted(
                  TimeSpan.words(interval.value()),
                  TimeSpan.words(taken.value()),
                  place(taken.place(), interval.place())));
    }
  }
}
