package dev.autoheal.run;

import dev.autoheal.change.Description;
import java.util.Optional;

/**
 * A web.config as a new policy sees it.
 *
 * @param description what its section says; empty when there is none that could be described
 * @param trouble why there is none, where there should be one
 * @param above the web.config of a folder above, if there is one
 */
record Surveyed(
    String path,
    Optional<Description> description,
    Optional<String> trouble,
    Optional<String> above) {

  /** Whether a section stands in it, or may. */
  boolean mayHaveSection() {
    return description.isPresent() || trouble.isPresent();
  }
}
