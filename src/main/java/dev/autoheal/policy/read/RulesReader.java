package dev.autoheal.policy.read;

import dev.autoheal.policy.RuleSetting;
import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.text.Quoted;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the map {@code rules}, from the name of a rule to its setting. An unknown rule is a
 * problem.
 *
 * @param rules the names of all rules
 */
record RulesReader(Set<String> rules) implements ValueReader<Map<String, RuleSetting>> {
  private static final ScalarReader<RuleSetting> SETTING =
      ScalarReader.choice(
          "off, info, warning or error",
          Arrays.stream(RuleSetting.values())
              .collect(Collectors.toMap(RuleSetting::word, Function.identity())));

  /** Returns the reader of the name of a rule. */
  ScalarReader<String> name() {
    return ScalarReader.word(
        "the name of a rule", text -> Optional.of(text).filter(rules::contains), this::fix);
  }

  @Override
  public Optional<Map<String, RuleSetting>> read(
      String what, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Mapping map)) {
      problems.wrongType(what, node, "a map");
      return Optional.empty();
    }
    Map<String, RuleSetting> settings = new TreeMap<>();
    for (Entry entry : map.entries()) {
      String rule = entry.key().text();
      if (!rules.contains(rule) && !problems.isFull()) {
        problems.add(
            entry.key().span(),
            "unknown rule %s in %s; %s".formatted(Quoted.literal(rule), what, fix(rule)));
      }
      SETTING
          .read(Quoted.literal(rule), entry.value(), problems)
          .ifPresent(setting -> settings.put(rule, setting));
    }
    return Optional.of(Collections.unmodifiableMap(settings));
  }

  /** Returns the suggested name for an unknown rule, or the command that lists the rules. */
  private String fix(String seen) {
    return KeySuggestion.to(seen, rules)
        .map("did you mean '%s'?"::formatted)
        .orElse("see `autoheal explain`");
  }
}
