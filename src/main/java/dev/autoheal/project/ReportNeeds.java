package dev.autoheal.project;

/**
 * The data that the reports of a run show and that take extra work to compute.
 *
 * @param sections whether results keep the text of the sections, for a report that draws it
 * @param preview whether {@code check} computes how many findings {@code apply} would fix, for a
 *     report that counts them
 */
public record ReportNeeds(boolean sections, boolean preview) {
  /** The needs of a run whose results are not read by a report. */
  public static final ReportNeeds NONE = new ReportNeeds(false, false);
}
