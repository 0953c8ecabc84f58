package dev.autoheal.rule;

import dev.autoheal.policy.Exemption;
import java.util.List;
import java.util.function.Function;

/**
 * A finding that is suppressed, so that it is counted but not shown.
 *
 * @param finding the suppressed finding
 * @param exceptions the exceptions of the policy that suppress it; empty when only a comment in the
 *     file does
 * @param reasons the reasons of the comments in the file that suppress it; empty when only the
 *     policy does
 * @param <F> the type of the finding, before or after it is located for reports
 */
public record SuppressedFinding<F>(F finding, List<Exemption> exceptions, List<String> reasons) {
  public SuppressedFinding {
    exceptions = List.copyOf(exceptions);
    reasons = List.copyOf(reasons);
  }

  /** Returns the same suppression of the finding that {@code change} makes of this one. */
  public <R> SuppressedFinding<R> map(Function<F, R> change) {
    return new SuppressedFinding<>(change.apply(finding), exceptions, reasons);
  }
}
