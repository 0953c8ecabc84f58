package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import dev.autoheal.policy.PolicyException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A finding that is accepted, so that it is counted and not shown.
 *
 * @param exceptions of the policy that accept it; empty when only a comment in the file does
 * @param reasons of the comments in the file that accept it; empty when only the policy does
 */
public record Ignored(Finding finding, List<PolicyException> exceptions, List<String> reasons) {
  public Ignored {
    exceptions = List.copyOf(exceptions);
    reasons = List.copyOf(reasons);
  }

  /** The same of another finding. */
  public Ignored map(UnaryOperator<Finding> change) {
    return new Ignored(change.apply(finding), exceptions, reasons);
  }
}
