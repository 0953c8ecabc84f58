package dev.autoheal.policy;

import dev.autoheal.policy.Asked.AskedValue;
import dev.autoheal.policy.Asked.Values;
import dev.autoheal.policy.Node.Sequence;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The list {@code apps}, each laid over the defaults. */
final class AppsReader {
  private static final List<String> KEYS =
      Stream.concat(Stream.of("name", "files"), LayerReader.KEYS.stream()).toList();
  private static final ValueReader<String> NAME =
      ValueReader.of(new TextReader("a name", 100, false));
  private static final TriggerKey SLOW_REQUESTS = TriggerKey.of(Trigger.SLOW_REQUESTS);

  private final Layer defaults;
  private final GlobsReader globs;
  private final Problems problems;
  private final List<App> apps = new ArrayList<>();
  private final Map<String, Location> names = new HashMap<>();
  private final Map<Glob, List<Globs>> earlier = new HashMap<>();

  AppsReader(Layer defaults, GlobsReader globs, Problems problems) {
    this.defaults = defaults;
    this.globs = globs;
    this.problems = problems;
  }

  /** The apps that could be read. */
  List<App> read(Node node) {
    if (node instanceof Sequence list) {
      list.items().forEach(item -> Keys.of("the app", item, KEYS, problems).ifPresent(this::add));
    } else {
      problems.wrongType("apps", node, "a list of apps");
    }
    return apps;
  }

  private void add(Keys keys) {
    Optional<String> name = keys.require("name", "", NAME);
    Optional<Globs> files = keys.require("files", ": say which web.config it governs", globs);
    Asked asked = LayerReader.read(keys).over(defaults).asked();
    name.ifPresent(text -> refuseSecond(text, problems.locate(keys.valueSpan("name"))));
    files.ifPresent(patterns -> refuseHidden(patterns, keys.valueSpan("files")));
    refuseShortInterval(asked);
    if (name.isPresent() && files.isPresent()) {
      apps.add(new App(name.get(), files.get(), asked));
    }
  }

  private void refuseSecond(String name, Location place) {
    Location first = names.putIfAbsent(name, place);
    if (first != null) {
      problems.add(
          place,
          "a second app named %s, the first is in line %d".formatted(Seen.of(name), first.line()));
    }
  }

  /** The first app that matches governs, so this one would govern nothing. */
  private void refuseHidden(Globs files, Span span) {
    boolean hidden =
        files.included().stream()
            .allMatch(
                glob ->
                    earlier.getOrDefault(glob, List.of()).stream()
                        .anyMatch(before -> before.excludesNoMoreThan(files)));
    if (hidden) {
      problems.add(span, "every pattern stands in an earlier app, so this one governs no file");
    }
    for (Glob glob : files.included()) {
      earlier.computeIfAbsent(glob, key -> new ArrayList<>()).add(files);
    }
  }

  private void refuseShortInterval(Asked asked) {
    if (!(asked.triggers().get(SLOW_REQUESTS) instanceof Values values)) {
      return;
    }
    AskedValue taken = values.values().get(Attribute.TIME_TAKEN);
    AskedValue interval = values.values().get(Attribute.TIME_INTERVAL);
    if (taken != null && interval != null && interval.value() < taken.value()) {
      problems.add(
          interval.place(),
          "timeInterval is %s, less than the timeTaken of %s in line %d, which the portal refuses"
              .formatted(
                  TimeSpan.words(interval.value()),
                  TimeSpan.words(taken.value()),
                  taken.place().line()));
    }
  }
}
