package dev.autoheal.rule;

import dev.autoheal.policy.PolicyException;
import dev.autoheal.text.Finding;
import java.util.List;

/**
 * A finding that is accepted, so that it is counted and not shown.
 *
 * @param exceptions of the policy that accept it; empty when only a comment in the file does
 */
public record Ignored(Finding finding, List<PolicyException> exceptions) {
  public Ignored {
    exceptions = List.copyOf(exceptions);
  }
}
