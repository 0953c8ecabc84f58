package dev.autoheal.rule;

import dev.autoheal.text.Finding.Related;
import dev.autoheal.text.Span;

/** Takes what a rule finds. */
@FunctionalInterface
public interface Reporter {
  /** Something wrong at {@code span} of the file that is checked. */
  void report(Span span, String message, Related... related);
}
