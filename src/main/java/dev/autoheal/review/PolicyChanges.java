package dev.autoheal.review;

import dev.autoheal.change.Change.Kind;
import dev.autoheal.change.Difference;
import dev.autoheal.change.Effect;
import dev.autoheal.policy.PolicyVersions;
import dev.autoheal.policy.PolicyVersions.KeyChange;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;

/** The changes of a policy, in the words for those of a section. */
final class PolicyChanges {
  private PolicyChanges() {}

  /**
   * The changes of one file; none when both versions say the same.
   *
   * @param before empty when there was no such file
   * @param after empty when there is none any more
   */
  static List<Difference> between(Optional<SourceFile> before, Optional<SourceFile> after) {
    if (before.isEmpty() || after.isEmpty()) {
      SourceFile file = after.or(() -> before).orElseThrow();
      return List.of(
          Difference.beside(
              after.isPresent() ? Kind.ADD : Kind.REMOVE,
              "policy",
              Optional.empty(),
              Optional.empty(),
              after.isPresent() ? Effect.NEW.words() : Effect.GONE.words(),
              Location.startOf(file.path())));
    }
    return PolicyVersions.between(before.get(), after.get()).stream()
        .map(PolicyChanges::difference)
        .toList();
  }

  private static Difference difference(KeyChange change) {
    return Difference.beside(
        change.before().isEmpty() ? Kind.ADD : change.after().isEmpty() ? Kind.REMOVE : Kind.SET,
        String.join(".", change.keys()),
        change.before(),
        change.after(),
        change.isTerm() ? "counts after the merge" : "counts in this review",
        change.place());
  }
}
