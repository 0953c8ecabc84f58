package dev.autoheal.review;

import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The policies of the files of a review. The base decides what counts as a finding, so that a
 * change cannot loosen its own limits. The required values come from the head if it changes them.
 */
final class ReviewPolicies {
  private final Revision tip;
  private final Revision head;

  /** The files that were moved, by their path in the head. */
  private final Map<String, FilePair> moved = new HashMap<>();

  /**
   * Creates the policies.
   *
   * @param tip the revision that the changes are to be merged into, whose policies limit what may
   *     change
   * @param head the revision with the changes
   */
  ReviewPolicies(Revision tip, Revision head) {
    this.tip = tip;
    this.head = head;
  }

  /** Records which files were moved, so that the files next to them have the same app. */
  void noteMoves(Collection<FilePair> pairs) {
    for (FilePair pair : pairs) {
      if (pair.before().isPresent() && pair.after().isPresent()) {
        moved.put(pair.path(), pair);
      }
    }
  }

  /** Returns the policy of the base for the current path of a file, or else its earlier path. */
  Optional<Policy> ofBase(FilePair pair) throws IOException {
    Optional<Policy> there = tip.policyOf(pair.path());
    return there.isPresent() || pair.before().isEmpty() ? there : tip.policyOf(pair.before().get());
  }

  /** Returns the policy that decides what counts as a finding in a file. */
  Optional<Policy> deciding(FilePair pair) throws IOException {
    Optional<Policy> there = ofBase(pair);
    return there.isPresent() ? there : head.policyOf(pair.path());
  }

  /** Returns the app of the head that matches a file there; empty when none does. */
  Optional<App> ofHead(String path) throws IOException {
    return head.policyOf(path)
        .filter(each -> each.exclusionOf(path).isEmpty())
        .flatMap(each -> each.appFor(path));
  }

  /**
   * Returns a function that finds the app for a path of the head: the section that the head
   * requires, under the terms of the base. A file that loses its app keeps that of the base.
   *
   * @param pair a file that may have been moved
   */
  Function<String, Optional<App>> after(FilePair pair) {
    return path ->
        unchecked(
            () ->
                appAfter(
                    pair.path().equals(path) ? pair : moved.getOrDefault(path, FilePair.of(path))));
  }

  private Optional<App> appAfter(FilePair pair) throws IOException {
    Optional<Policy> policy = ofBase(pair);
    Optional<App> ofBase = policy.flatMap(each -> app(each, pair));
    return ofHead(pair.path())
        .map(
            required ->
                ofBase
                    .map(known -> required.under(known.terms()))
                    .or(() -> policy.map(each -> each.limiting(required)))
                    .orElse(required))
        .or(() -> ofBase);
  }

  /**
   * Returns a function that finds the app for a path of the base: the section and the limits that
   * the base has today, so that nothing counts as new that only the base changed.
   *
   * @param pair a file that may have been moved
   */
  Function<String, Optional<App>> before(FilePair pair) {
    return path ->
        unchecked(
            () -> {
              Optional<Policy> own = tip.policyOf(path);
              FilePair file =
                  pair.before().filter(path::equals).isPresent() ? pair : FilePair.of(path);
              return own.isPresent()
                  ? own.get().appFor(path)
                  : deciding(file).flatMap(each -> app(each, file));
            });
  }

  private static Optional<App> app(Policy policy, FilePair pair) {
    return policy.appFor(pair.path()).or(() -> pair.before().flatMap(policy::appFor));
  }

  /** A search that may have to read a file. */
  private interface Search {
    Optional<App> run() throws IOException;
  }

  private static Optional<App> unchecked(Search search) {
    try {
      return search.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
