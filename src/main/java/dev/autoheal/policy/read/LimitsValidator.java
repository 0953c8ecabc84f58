package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Limits.Actions;
import dev.autoheal.policy.Limits.Breach;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;

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
                    .ifPresent(actions -> refuse(action, actions)));
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
        Expected.message(
            (value.value() < breach.end().value() ? "at least " : "at most ")
                + attribute.words(breach.end().value()),
            name(attribute, "limits", breach.end().place(), value.place()),
            attribute.words(value.value())));
  }

  private void refuse(DesiredAction action, Actions allowed) {
    problems.add(
        action.place(),
        Expected.message(
            allowed.allowed().isEmpty()
                ? "no action"
                : Spelling.alternatives(
                    allowed.allowed().stream().map(Action.Kind::policyName).toList()),
            "'action' (%s)".formatted(bound("limits", allowed.place(), action.place())),
            Quoted.literal(action.action().kind().policyName())));
  }

  private static String name(Attribute attribute, String key, Location bound, Location seen) {
    return "%s (%s)".formatted(Quoted.literal(attribute.policyName()), bound(key, bound, seen));
  }

  /**
   * Formats a key with its location: only the line number when it is in the same file as the value.
   */
  private static String bound(String key, Location bound, Location seen) {
    return bound.path().equals(seen.path())
        ? "'%s' on line %d".formatted(key, bound.line())
        : "'%s' in %s:%d".formatted(key, bound.path(), bound.line());
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
          Expected.message(
              "at least " + TimeSpan.words(taken.value()),
              name(Attribute.TIME_INTERVAL, "timeTaken", taken.place(), interval.place()),
              TimeSpan.words(interval.value())));
    }
  }
}
