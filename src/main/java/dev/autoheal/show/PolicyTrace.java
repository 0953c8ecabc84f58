package dev.autoheal.show;

import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.DesiredUnmanaged;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Policy;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.SectionText;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the policy lines that apply to a file, and what they set. */
final class PolicyTrace {
  private final CheckedFile view;
  private final List<Reason> reasons = new ArrayList<>();

  /**
   * One line of the answer.
   *
   * @param kind policy, skipped, app, asked, limit, plan, rule, exception or ignored
   * @param name the name of what the line sets
   * @param value the value in words; may be empty
   * @param place the place in the policy; empty if the policy does not say it, or if the place is
   *     unknown
   */
  record Reason(String kind, String name, String value, Optional<Location> place) {}

  private PolicyTrace(CheckedFile view) {
    this.view = view;
  }

  /** Returns the lines for a file. A skipped file has only those about the policy and the app. */
  static List<Reason> of(CheckedFile view) {
    PolicyTrace trace = new PolicyTrace(view);
    trace.policy();
    trace.app();
    if (view.result().status() != Status.SKIPPED) {
      view.app().ifPresent(trace::desired);
      view.policy().ifPresent(trace::ruleConfig);
    }
    return List.copyOf(trace.reasons);
  }

  private void add(String kind, String name, String value, Location place) {
    reasons.add(new Reason(kind, name, value, Optional.of(place)));
  }

  private void add(String kind, String name, String value) {
    reasons.add(new Reason(kind, name, value, Optional.empty()));
  }

  private String path() {
    return view.result().path();
  }

  private void policy() {
    add(
        "policy",
        view.policy().map(Policy::path).orElse("none"),
        view.policy().isPresent()
            ? ""
            : "not found in the folder of this file or above, up to the repository root");
    view.result().reason().ifPresent(reason -> add("skipped", reason, exclusion()));
  }

  /** Returns the pattern that excludes the file, in words; empty if there is none. */
  private String exclusion() {
    return view.policy().stream()
        .flatMap(policy -> policy.exclusionOf(path()).stream())
        .flatMap(exclusion -> exclusion.files().patternFor(path()).stream())
        .findFirst()
        .map(PolicyTrace::pattern)
        .orElse("");
  }

  private void app() {
    if (view.app().isPresent()) {
      App app = view.app().get();
      String how =
          Stream.concat(
                  view.chain().stream().flatMap(chain -> chain.files().paths().stream()),
                  Stream.of(path()))
              .filter(app.files()::matches)
              .flatMap(path -> app.files().patternFor(path).stream())
              .map(PolicyTrace::pattern)
              .reduce("--app", (other, pattern) -> pattern);
      add("app", app.name(), how, app.place());
    } else if (view.policy().isPresent()) {
      add("app", "none", "no pattern matches this file");
      view.policy().get().apps().forEach(this::nearMiss);
    }
  }

  private void nearMiss(App app) {
    Optional<String> pattern = app.files().patternFor(path());
    Optional<String> exclusion = app.files().exclusionFor(path());
    if (pattern.isPresent() && exclusion.isPresent()) {
      add(
          "app",
          "not " + app.name(),
          "%s matches, but '!%s' excludes it".formatted(pattern(pattern.get()), exclusion.get()),
          app.place());
    }
  }

  private static String pattern(String pattern) {
    return "pattern '%s'".formatted(pattern);
  }

  private void desired(App app) {
    DesiredSection desired = app.desired();
    desired.triggers().forEach(this::trigger);
    desired
        .forbidden()
        .forEach(
            (trigger, place) -> {
              boolean others =
                  desired.triggers().keySet().stream().anyMatch(key -> key.trigger() == trigger);
              add("asked", trigger.policyName(), others ? "no others" : "must not exist", place);
            });
    desired
        .action()
        .ifPresent(
            action ->
                add(
                    "asked",
                    "action",
                    action.action().kind().policyName()
                        + action
                            .action()
                            .program()
                            .map(p -> " " + SectionText.program(p))
                            .orElse(""),
                    action.place()));
    desired.unmanaged().ifPresent(this::unmanaged);
    limits(app.limits());
    plan(app.plan());
    app.severities()
        .placeholders()
        .ifPresent(each -> add("rule", "placeholders", each.word(), each.place()));
  }

  private void trigger(TriggerKey key, DesiredTrigger desired) {
    String name = key.trigger().policyName() + key.status().map(status -> " " + status).orElse("");
    if (desired instanceof Values values) {
      values
          .values()
          .forEach(
              (attribute, value) ->
                  add(
                      "asked",
                      name + " " + attribute.policyName(),
                      words(attribute, value),
                      value.place()));
    } else {
      add("asked", name, "must not exist", desired.place());
    }
  }

  private static String words(Attribute attribute, DesiredValue value) {
    return attribute.words(value.value())
        + value.roundedFrom().map(", rounded down from %s"::formatted).orElse("");
  }

  private void unmanaged(DesiredUnmanaged desired) {
    String words = desired.what().name().toLowerCase(Locale.ROOT);
    add("asked", "unmanaged", words, desired.place());
  }

  private void limits(Limits limits) {
    new TreeMap<>(limits.ranges())
        .forEach(
            (trigger, ranges) ->
                new TreeMap<>(ranges)
                    .forEach(
                        (attribute, range) -> {
                          String name = trigger.policyName() + " " + attribute.policyName();
                          range.min().ifPresent(min -> limit(name, "at least ", attribute, min));
                          range.max().ifPresent(max -> limit(name, "at most ", attribute, max));
                        }));
    limits
        .actions()
        .ifPresent(actions -> add("limit", "actions", actions.words(), actions.place()));
  }

  private void limit(String name, String which, Attribute attribute, DesiredValue end) {
    add("limit", name, which + words(attribute, end), end.place());
  }

  private void plan(Plan plan) {
    plan.instance()
        .ifPresent(
            instance ->
                add(
                    "plan",
                    instance.sku().isPresent() ? "sku" : "memory",
                    instance.sku().map(sku -> sku + ", ").orElse("")
                        + MemorySize.words(instance.memory()),
                    instance.place()));
    plan.bitness()
        .ifPresent(
            bitness -> add("plan", "bitness", Long.toString(bitness.bits()), bitness.place()));
    plan.proactive()
        .ifPresent(
            proactive ->
                add("plan", "proactive", Boolean.toString(proactive.isOn()), proactive.place()));
  }

  /** Adds the settings of rules, the exceptions for this file, and suppressions by a comment. */
  private void ruleConfig(Policy policy) {
    new TreeMap<>(view.app().map(app -> app.severities().rules()).orElse(policy.rules()))
        .forEach((rule, setting) -> add("rule", rule, setting.word()));
    policy.exceptions().stream()
        .filter(exception -> exception.files().matches(path()))
        .forEach(this::exception);
    view.result().found().suppressed().stream()
        .filter(suppressed -> suppressed.exceptions().isEmpty())
        .map(SuppressedFinding::finding)
        .forEach(finding -> add("ignored", finding.rule(), "by a comment", finding.location()));
  }

  private void exception(Exemption exception) {
    add(
        "exception",
        exception.rule(),
        "until %s: %s".formatted(exception.until(), exception.reason()),
        exception.ruleAt());
  }
}
