package dev.autoheal.report.html;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.SectionViews;
import dev.autoheal.lint.SectionViews.SectionView;
import dev.autoheal.lint.SectionViews.TriggerView;
import dev.autoheal.section.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    List<TriggerView> gone = new ArrayList<>(triggers(sections.before()));
    List<TriggerRow> rows = new ArrayList<>();
    for (TriggerView trigger : triggers(sections.after())) {
      Optional<TriggerView> before =
          gone.stream().filter(other -> other.name().equals(trigger.name())).findFirst();
      before.ifPresent(gone::remove);
      rows.add(new TriggerRow(before, Optional.of(trigger)));
    }
    gone.forEach(trigger -> rows.add(new TriggerRow(Optional.of(trigger), Optional.empty())));
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

  /** Returns whether the finding starts in this trigger, before or after the change. */
  boolean holds(ReportedFinding finding) {
    return List.of(before, after).stream()
        .flatMap(Optional::stream)
        .anyMatch(trigger -> trigger.at().holdsStartOf(finding.location()));
  }
}
