package dev.autoheal.report.html;

import dev.autoheal.finding.Finding;
import dev.autoheal.lint.SectionViews;
import dev.autoheal.lint.SectionViews.Side;
import dev.autoheal.lint.SectionViews.Standing;
import dev.autoheal.section.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A trigger as it was and as it is.
 *
 * @param before empty when it is new, or nothing changes
 * @param after empty when it is gone
 */
record TriggerRow(Optional<Standing> before, Optional<Standing> after) {

  /** The triggers of a section in the order they are reported. */
  static List<TriggerRow> of(SectionViews sides) {
    List<Standing> gone = new ArrayList<>(triggers(sides.before()));
    List<TriggerRow> rows = new ArrayList<>();
    for (Standing standing : triggers(sides.after())) {
      Optional<Standing> before =
          gone.stream().filter(other -> other.name().equals(standing.name())).findFirst();
      before.ifPresent(gone::remove);
      rows.add(new TriggerRow(before, Optional.of(standing)));
    }
    gone.forEach(standing -> rows.add(new TriggerRow(Optional.of(standing), Optional.empty())));
    rows.sort(Comparator.comparing(row -> row.known().trigger()));
    return rows;
  }

  private static List<Standing> triggers(Optional<Side> side) {
    return side.map(Side::triggers).orElse(List.of());
  }

  /** As it is, or was. */
  Standing known() {
    return after.or(() -> before).orElseThrow();
  }

  boolean isMemory() {
    return known().trigger() == Trigger.MEMORY;
  }

  /** As it was, if that was something else. */
  Optional<Standing> ghost() {
    return before.filter(was -> after.filter(is -> is.words().equals(was.words())).isEmpty());
  }

  /** As it was and as it is, as far as that can be drawn. */
  List<Standing> lanes(Predicate<Standing> isDrawable) {
    List<Standing> lanes = new ArrayList<>();
    ghost().filter(isDrawable).ifPresent(lanes::add);
    after.filter(isDrawable).ifPresent(lanes::add);
    return lanes;
  }

  boolean isGhost(Standing lane) {
    return !after.equals(Optional.of(lane));
  }

  /** Whether the finding stands in this trigger, before or after. */
  boolean holds(Finding finding) {
    return List.of(before, after).stream()
        .flatMap(Optional::stream)
        .anyMatch(standing -> standing.at().holdsStartOf(finding.location()));
  }
}
