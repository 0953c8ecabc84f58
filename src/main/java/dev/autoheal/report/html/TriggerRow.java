package dev.autoheal.report.html;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.SectionViews;
import dev.autoheal.lint.SectionViews.SectionView;
import dev.autoheal.lint.SectionViews.TriggerView;
import dev.autoheal.section.Trigger;
import dev.autoheal.text.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A trigger before and after a change.
 *
 * @param before empty if the trigger is new, or if nothing changes
 * @param after empty if the trigger is gone
 */
record TriggerRow(Optional<TriggerView> before, Optional<TriggerView> after) {

  /** Returns the triggers of a section, paired by name, in the order in which they are reported. */
  static List<TriggerRow> of(SectionViews sections) {
    Map<String, Deque<TriggerView>> gone = new LinkedHashMap<>();
    for (TriggerView trigger : triggers(sections.before())) {
      gone.computeIfAbsent(trigger.name(), name -> new ArrayDeque<>()).add(trigger);
    }
    List<TriggerRow> rows = new ArrayList<>();
    for (TriggerView trigger : triggers(sections.after())) {
      Optional<TriggerView> before =
          Optional.ofNullable(gone.get(trigger.name())).map(Deque::pollFirst);
      rows.add(new TriggerRow(before, Optional.of(trigger)));
    }
    gone.values().stream()
        .flatMap(Deque::stream)
        .forEach(trigger -> rows.add(new TriggerRow(Optional.of(trigger), Optional.empty())));
    rows.sort(Comparator.comparing(row -> row.known().trigger()));
    return rows;
  }

  private static List<TriggerView> triggers(Optional<SectionView> side) {
    return side.map(SectionView::triggers).orElse(List.of());
  }

  /** Returns the trigger after the change, or before it if the trigger is gone. */
  TriggerView known() {
    return after.or(() -> before).orElseThrow();
  }

  /** Returns whether this is the memory trigger, which has a chart of another kind. */
  boolean isMemory() {
    return known().trigger() == Trigger.MEMORY;
  }

  /** Returns the trigger before the change, if it was different. */
  Optional<TriggerView> ghost() {
    return before.filter(was -> after.filter(is -> is.words().equals(was.words())).isEmpty());
  }

  /** Returns the trigger before and after the change, as far as they differ and can be drawn. */
  List<TriggerView> lanes(Predicate<TriggerView> isDrawable) {
    List<TriggerView> lanes = new ArrayList<>();
    ghost().filter(isDrawable).ifPresent(lanes::add);
    after.filter(isDrawable).ifPresent(lanes::add);
    return lanes;
  }

  /** Returns whether a lane shows the trigger before the change. */
  boolean isGhost(TriggerView lane) {
    return !after.equals(Optional.of(lane));
  }

  /**
   * Returns the findings that start in this trigger, before or after the change, each once.
   *
   * @param findings all findings, by their location
   */
  Set<ReportedFinding> in(NavigableMap<Location, List<ReportedFinding>> findings) {
    Set<ReportedFinding> found = new LinkedHashSet<>();
    for (Optional<TriggerView> side : List.of(before, after)) {
      side.map(TriggerView::at)
          .map(at -> findings.subMap(start(at, at.start()), start(at, at.end())))
          .ifPresent(inside -> inside.values().forEach(found::addAll));
    }
    return found;
  }

  private static Location start(Location in, Location.Position at) {
    return new Location(in.path(), at, at, "");
  }
}
