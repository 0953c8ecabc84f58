package dev.autoheal.project;

import dev.autoheal.finding.Severity;
import java.util.Optional;

/**
 * The data that the reports of a run show and that take extra work to compute.
 *
 * @param excerpts the lowest severity of the findings whose source line is needed; empty when no
 *     source line is
 * @param sections whether results keep the text of the sections, for a report that draws it
 * @param preview whether {@code check} computes how many findings {@code apply} would fix, for a
 *     report that counts them
 */
public record ReportNeeds(Optional<Severity> excerpts, boolean sections, boolean preview) {
  /** The needs of a run without reports. */
  public static final ReportNeeds NONE = new ReportNeeds(Optional.empty(), false, false);
}
