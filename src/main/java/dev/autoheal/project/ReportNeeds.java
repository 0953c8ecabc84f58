package dev.autoheal.project;

/**
 * What the reports of a run show that costs extra to work out.
 *
 * @param sections whether results keep what the sections say, for a report that draws it
 * @param preview whether {@code check} works out how many findings {@code apply} would fix, for a
 *     report that counts them
 */
public record ReportNeeds(boolean sections, boolean preview) {
  /** A run whose results are read by something other than a report. */
  public static final ReportNeeds NONE = new ReportNeeds(false, false);
}
