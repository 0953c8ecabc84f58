package dev.autoheal.rule;

import dev.autoheal.text.Finding;
import java.util.List;

/**
 * What all rules say of one file.
 *
 * @param findings in the order of the file
 * @param ignored in the order of the file
 */
public record Verdict(List<Finding> findings, List<Ignored> ignored) {
  public Verdict {
    findings = List.copyOf(findings);
    ignored = List.copyOf(ignored);
  }
}
