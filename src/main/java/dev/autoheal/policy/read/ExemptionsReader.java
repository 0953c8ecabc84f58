package dev.autoheal.policy.read;

import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.read.YamlNode.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the list {@code exceptions}. An invalid entry is a problem and is left out.
 *
 * @param rules the reader that knows the names of all rules
 * @param globs the reader of {@code files}
 */
record ExemptionsReader(RulesReader rules, PatternsReader globs)
    implements ValueReader<List<Exemption>> {
  private static final List<String> KEYS = List.of("rule", "files", "until", "reason");
  private static final ScalarReader<String> REASON = ScalarReader.text("a reason", 500, false);

  @Override
  public Optional<List<Exemption>> read(String what, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Sequence list)) {
      problems.wrongType(what, node, "a list");
      return Optional.empty();
    }
    List<Exemption> exceptions = new ArrayList<>();
    for (YamlNode item : list.items()) {
      MappingReader.of("an item of " + what, item, KEYS, problems)
          .flatMap(keys -> read(keys, problems))
          .ifPresent(exceptions::add);
    }
    return Optional.of(exceptions);
  }

  private Optional<Exemption> read(MappingReader keys, ProblemCollector problems) {
    Optional<String> rule = keys.require("rule", "add the name of a rule", rules.name());
    Optional<LocalDate> until =
        keys.require("until", "add a date like 2027-03-31", ScalarReader.DATE);
    Optional<String> reason = keys.require("reason", "add a reason", REASON);
    Optional<FilePatterns> files = keys.has("files") ? keys.read("files", globs) : globs.all();
    if (rule.isEmpty() || until.isEmpty() || reason.isEmpty() || files.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Exemption(
            rule.get(),
            files.get(),
            until.get(),
            reason.get(),
            problems.locate(keys.valueSpan("rule")),
            problems.locate(keys.valueSpan("until"))));
  }
}
