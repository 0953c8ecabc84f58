package dev.autoheal.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.change.Change.Kind;
import dev.autoheal.change.Difference;
import dev.autoheal.policy.read.PolicyDiff;
import dev.autoheal.policy.read.PolicyDiff.KeyChange;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Describes the changes of policies in the same form as the changes of sections.
 *
 * @param isFirst whether the base has no policy, so that all of the head policy counts at once
 */
record PolicyChanges(boolean isFirst) {
  /**
   * Returns the changes of one policy file; empty when both versions mean the same.
   *
   * @param before the file in the base; empty when it did not exist
   * @param after the file in the head; empty when it was deleted
   */
  List<Difference> between(Optional<SourceFile> before, Optional<SourceFile> after) {
    if (after.isEmpty()) {
      return List.of(
          Difference.outsideSections(
              Kind.REMOVE,
              "policy",
              Optional.empty(),
              Optional.empty(),
              "gone: after the merge it no longer applies",
              Location.startOf(before.orElseThrow().path())));
    }
    SourceFile nothing = SourceFile.of(after.get().path(), "{}".getBytes(UTF_8));
    return PolicyDiff.between(before.orElse(nothing), after.get()).stream()
        .map(this::difference)
        .toList();
  }

  private Difference difference(KeyChange change) {
    return Difference.outsideSections(
        change.before().isEmpty() ? Kind.ADD : change.after().isEmpty() ? Kind.REMOVE : Kind.SET,
        String.join(".", change.keys()),
        change.before(),
        change.after(),
        meaning(change),
        change.place());
  }

  private String meaning(KeyChange change) {
    String now = "applies to this review";
    String later = "applies after the merge";
    if (isFirst) {
      return now;
    }
    return switch (change.subject()) {
      case REQUIRED -> now;
      case TERMS -> later;
      case BOTH -> now + "; limits and exceptions apply after the merge";
    };
  }
}
