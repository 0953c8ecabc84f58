package dev.autoheal.policy.read;

import dev.autoheal.policy.Policy;
import dev.autoheal.policy.read.PolicyDocument.Text;
import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one policy file without the files that it extends. */
final class PolicyFileReader {
  private static final List<String> KEYS =
      List.of(
          "version", "extends", "presets", "defaults", "apps", "rules", "exceptions", "exclude");
  private static final ScalarReader<Long> VERSION = ScalarReader.number(1, 1, Refusal.of("1"));
  private static final ScalarReader<String> PATH = ScalarReader.text("a path", 1000, false);
  private static final String POLICY = "the policy";

  private final SourceFile file;
  private final RulesReader rules;
  private final PatternsReader globs;
  private final ProblemCollector problems;

  /**
   * Creates a reader for a file.
   *
   * @param folder the folder that the patterns of the file are relative to
   * @param rules the names of all rules
   * @param problems the collector that gets the problems
   */
  PolicyFileReader(SourceFile file, String folder, Set<String> rules, ProblemCollector problems) {
    this.file = file;
    this.rules = new RulesReader(rules);
    this.globs = new PatternsReader(folder);
    this.problems = problems;
  }

  /**
   * Reads the valid parts of the file; the others are problems. The result is empty when the file
   * is not UTF-8, not YAML, not a map or of another version.
   */
  Optional<PolicyDocument> read() {
    boolean isUtf8 = file.encoding().charset().equals(StandardCharsets.UTF_8);
    Optional<Span> defect = file.defect().map(SourceFile.Defect::span);
    if (!isUtf8 || defect.isPresent()) {
      problems.add(
          defect.orElse(Span.at(0)),
          Expected.message(
                  "UTF-8", POLICY, isUtf8 ? "invalid bytes" : file.encoding().charset().name())
              + "; save it as UTF-8");
      return Optional.empty();
    }
    return YamlReader.read(file, problems).flatMap(this::read);
  }

  private Optional<PolicyDocument> read(YamlNode root) {
    if (!(root instanceof Mapping map)) {
      problems.wrongType(POLICY, root, "a map with version: 1");
      return Optional.empty();
    }
    // Another version may use its keys differently, so they are not read.
    Optional<Entry> version = map.find("version");
    if (version.isPresent()
        && VERSION.read("'version'", version.get().value(), problems).isEmpty()) {
      return Optional.empty();
    }
    MappingReader keys = MappingReader.of(POLICY, map, KEYS, problems);
    keys.require("version", "add version: 1", VERSION);
    SettingsReader settings = new SettingsReader(rules);
    return Optional.of(
        new PolicyDocument(
            keys.read("extends", PATH)
                .map(path -> new Text(path, problems.locate(keys.valueSpan("extends")))),
            keys.read("presets", new PresetsReader(settings)).orElse(Map.of()),
            keys.read("defaults", settings).orElse(SettingsLayer.EMPTY),
            keys.find("apps")
                .map(entry -> new AppsReader(globs, settings, problems).read(entry.value()))
                .orElse(List.of()),
            keys.read("rules", rules).orElse(Map.of()),
            keys.read("exceptions", new ExemptionsReader(rules, globs)).orElse(List.of()),
            keys.read("exclude", globs).map(files -> new Policy.Exclusion(file.path(), files))));
  }
}
