package dev.autoheal.lint;

import dev.autoheal.project.FileSelection;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.PolicyOptions;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.rules.Rules;
import java.time.LocalDate;

/**
 * The options of a run.
 *
 * @param task what is done with each file
 * @param today the date by which exceptions expire
 * @param needs the data that only the reports need
 */
public record LintOptions(
    FileSelection files, PolicyOptions policy, Task task, LocalDate today, ReportNeeds needs) {
  /** Returns a finder of the policies of the run, which has not read any yet. */
  public PolicyFinder policyFinder() {
    return new PolicyFinder(policy, files.current(), Rules.ids());
  }
}
