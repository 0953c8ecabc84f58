package dev.autoheal.policy.read;

import dev.autoheal.policy.App;
import dev.autoheal.policy.AppIndex;
import dev.autoheal.policy.AppTerms;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.policy.read.PolicyDocument.Entry;
import dev.autoheal.policy.read.PolicyDocument.Text;
import dev.autoheal.section.MemorySize;
import dev.autoheal.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges a policy file and the files that it extends into one policy. The settings of an app
 * override those of its presets. Presets override the defaults, which override the defaults of the
 * extended file.
 */
final class PolicyMerger {
  private final List<PolicyDocument> chain;
  private final List<SettingsLayer> defaults = new ArrayList<>();
  private final boolean isWhole;
  private final ProblemCollector problems;

  /**
   * Creates a merger for a chain of files.
   *
   * @param chain the files; each one is extended by the one before it
   * @param isWhole whether no file of the chain is missing; only then is a preset that is not found
   *     a problem
   * @param problems the collector of the problems of the first file
   */
  PolicyMerger(List<PolicyDocument> chain, boolean isWhole, ProblemCollector problems) {
    this.chain = List.copyOf(chain);
    this.isWhole = isWhole;
    this.problems = problems;
    SettingsLayer lower = SettingsLayer.EMPTY;
    for (int i = chain.size() - 1; i >= 0; i--) {
      lower = chain.get(i).defaults().extending(lower);
      defaults.add(0, lower);
    }
    defaults.add(SettingsLayer.EMPTY);
  }

  /**
   * Returns the merged policy. Settings of rules from an extending file override those of the
   * extended files. Unknown presets and values beyond limits are problems.
   *
   * @param files the paths of the files of the chain
   */
  Policy policy(List<String> files) {
    Map<String, RuleSetting> merged = new TreeMap<>();
    for (int i = chain.size() - 1; i >= 0; i--) {
      merged.putAll(chain.get(i).rules());
    }
    Map<String, RuleSetting> rules = Map.copyOf(merged);
    List<App> apps = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      for (Entry entry : chain.get(i).apps()) {
        apps.add(new AppResolver(i, entry).app(rules));
      }
    }
    return new Policy(
        new AppIndex(apps),
        chain.stream().flatMap(document -> document.exclude().stream()).toList(),
        rules,
        chain.stream().flatMap(document -> document.exceptions().stream()).toList(),
        files,
        chain.get(0).defaults().limits().tightenedBy(defaults.get(1).limits()),
        defaults.get(0).severities().overAll(rules));
  }

  /** Resolves one app. */
  private final class AppResolver {
    private final int level;
    private final Entry entry;
    private SettingsLayer layer;
    private Limits own;
    private Limits lower;

    AppResolver(int level, Entry entry) {
      this.level = level;
      this.entry = entry;
      this.own = chain.get(level).defaults().limits();
      this.lower = defaults.get(level + 1).limits();
      this.layer = defaults.get(level);
    }

    App app(Map<String, RuleSetting> rules) {
      entry.presets().forEach(this::put);
      layer = entry.layer().over(layer);
      own = entry.layer().limits().over(own);
      Limits limits = own.tightenedBy(lower).map(this::resolved);
      DesiredSection desired = layer.desired().map(this::resolved);
      new LimitsValidator(desired, limits, problems).check();
      return new App(
          entry.name(),
          entry.place(),
          entry.files(),
          desired,
          new AppTerms(
              limits, layer.plan(), layer.severities().overAll(rules), layer.transforms()));
    }

    /**
     * Converts a percentage of the memory to KB (1024 bytes). A percentage that the plan cannot
     * resolve is a problem and gives an empty result. Other values stay as they are.
     */
    private Optional<DesiredValue> resolved(DesiredValue value) {
      Optional<DesiredValue> known = layer.plan().resolve(value);
      if (known.isEmpty()) {
        problems.add(value.place(), unresolved(value.value()));
      }
      return known;
    }

    private String unresolved(long share) {
      String app = Quoted.literal(entry.name());
      return layer
          .plan()
          .instance()
          .map(
              instance ->
                  Expected.message(
                          "more than 100 MB",
                          "'privateBytes' of app " + app,
                          MemorySize.words(instance.share(share)))
                      + "; use a higher percentage")
          .orElseGet(
              () ->
                  "missing 'plan' in app %s for 'privateBytes' in percent; %s"
                      .formatted(app, "add one or use e.g. 800MB"));
    }

    /**
     * Merges a preset over the settings so far. Limits of a preset of this file override; limits of
     * an inherited preset only tighten.
     */
    private void put(Text name) {
      Optional<SettingsLayer> stated =
          Optional.ofNullable(chain.get(level).presets().get(name.value()));
      Optional<SettingsLayer> preset = stated.or(() -> inherited(name));
      if (preset.isEmpty()) {
        if (isWhole) {
          refuseUnknown(name);
        }
        return;
      }
      layer = preset.get().over(layer);
      if (stated.isPresent()) {
        own = preset.get().limits().over(own);
      } else {
        lower = lower.tightenedBy(preset.get().limits());
      }
    }

    private Optional<SettingsLayer> inherited(Text name) {
      return chain.stream()
          .skip(level + 1L)
          .flatMap(document -> Optional.ofNullable(document.presets().get(name.value())).stream())
          .findFirst()
          .or(
              () ->
                  BuiltInPresets.NAMES.contains(name.value())
                      ? Optional.of(BuiltInPresets.read(name.value(), name.place()))
                      : Optional.empty());
    }

    private void refuseUnknown(Text name) {
      Set<String> known = new LinkedHashSet<>();
      chain.stream().skip(level).forEach(document -> known.addAll(document.presets().keySet()));
      known.addAll(BuiltInPresets.NAMES);
      problems.add(
          name.place(),
          "unknown preset %s in 'presets'; %s"
              .formatted(
                  Quoted.literal(name.value()),
                  KeySuggestion.to(name.value(), known)
                      .map(meant -> "did you mean %s?".formatted(Quoted.literal(meant)))
                      .orElse("define it or use a built-in preset, e.g. starter")));
    }
  }
}
