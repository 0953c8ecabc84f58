package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import dev.autoheal.policy.Exemption;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A finding that is accepted, so that it is counted and not shown.
 *
 * @param exceptions of the policy that accept it; empty when only a comment in the file does
 * @param reasons of the comments in the file that accept it; empty when only the policy does
 */
public record SuppressedFinding(Finding finding, List<Exemption> exceptions, List<String> reasons) {
  public SuppressedFinding {
    exceptions = List.copyOf(exceptions);
    reasons = List.copyOf(reasons);
  }

  /** The same of another finding. */
  public SuppressedFinding map(UnaryOperator<Finding> change) {
    return new SuppressedFinding(change.apply(finding), exceptions, reasons);
  }
}
