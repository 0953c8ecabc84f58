package dev.autoheal.policy.read;

import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.Glob;
import dev.autoheal.policy.read.PolicyDocument.Entry;
import dev.autoheal.policy.read.PolicyDocument.Text;
import dev.autoheal.policy.read.YamlNode.Sequence;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the list {@code apps}. */
final class AppsReader {
  private static final List<String> KEYS =
      Stream.concat(Stream.of("name", "files", "presets"), SettingsReader.KEYS.stream()).toList();
  private static final String ITEM = "an item of 'apps'";
  private static final ScalarReader<String> NAME = ScalarReader.text("a name", 100, false);

  private final PatternsReader globs;
  private final SettingsReader settings;
  private final ProblemCollector problems;
  private final List<Entry> apps = new ArrayList<>();
  private final Map<String, Location> names = new HashMap<>();
  private final Map<Glob, List<FilePatterns>> earlier = new HashMap<>();

  /**
   * Creates a reader for one policy file.
   *
   * @param globs the reader of {@code files}
   * @param settings the reader of the keys that apps have in common with presets
   */
  AppsReader(PatternsReader globs, SettingsReader settings, ProblemCollector problems) {
    this.globs = globs;
    this.settings = settings;
    this.problems = problems;
  }

  /**
   * Reads the apps and returns those that have a valid name and valid files. A node that is not a
   * list is a problem.
   */
  List<Entry> read(YamlNode node) {
    if (node instanceof Sequence list) {
      list.items()
          .forEach(item -> MappingReader.of(ITEM, item, KEYS, problems).ifPresent(this::add));
    } else {
      problems.wrongType("'apps'", node, "a list");
    }
    return apps;
  }

  private void add(MappingReader keys) {
    Optional<String> name = keys.require("name", "add a name", NAME);
    Optional<FilePatterns> files = keys.require("files", "add a list of file patterns", globs);
    List<Text> presets = keys.read("presets", AppsReader::presets).orElse(List.of());
    SettingsLayer layer = settings.read(keys);
    name.ifPresent(text -> refuseSecond(text, problems.locate(keys.valueSpan("name"))));
    files.ifPresent(patterns -> refuseHidden(patterns, keys.valueSpan("files")));
    if (name.isPresent() && files.isPresent()) {
      Location place = problems.locate(keys.valueSpan("name"));
      apps.add(new Entry(name.get(), place, files.get(), presets, layer));
    }
  }

  private static Optional<List<Text>> presets(
      String what, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Sequence list)) {
      problems.wrongType(what, node, "a list");
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    List<Text> presets = new ArrayList<>();
    for (YamlNode item : list.items()) {
      Optional<String> name = NAME.read("an item of " + what, item, problems);
      if (name.isPresent() && seen.add(name.get())) {
        presets.add(new Text(name.get(), problems.locate(item.span())));
      } else if (name.isPresent()) {
        problems.add(
            item.span(),
            "duplicate preset %s in %s; remove one of them"
                .formatted(Quoted.literal(name.get()), what));
      }
    }
    return Optional.of(presets);
  }

  private void refuseSecond(String name, Location place) {
    Location first = names.putIfAbsent(name, place);
    if (first != null) {
      problems.add(
          place,
          "duplicate app name %s in 'apps', first on line %d; rename this app"
              .formatted(Quoted.literal(name), first.line()));
    }
  }

  /**
   * Reports an app whose patterns all occur in earlier apps. The first app that matches a file
   * wins, so this app would match none.
   */
  private void refuseHidden(FilePatterns files, Span span) {
    boolean hidden =
        files.included().stream()
            .allMatch(
                glob ->
                    earlier.getOrDefault(glob, List.of()).stream()
                        .anyMatch(before -> before.excludesNoMoreThan(files)));
    if (hidden) {
      problems.add(
          span,
          "every pattern of 'files' is in an earlier app, which wins; move this app up or remove it");
    }
    for (Glob glob : files.included()) {
      earlier.computeIfAbsent(glob, key -> new ArrayList<>()).add(files);
    }
  }
}
