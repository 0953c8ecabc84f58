package dev.autoheal.policy.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resolves a path that a policy states relative to its own folder, with {@code /} as separator. */
final class RelativePath {

  private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*|.*\\\\.*|.*://.*");

  private RelativePath() {}

  /**
   * Resolves a path to one that is relative to the repository root. The result is empty for an
   * absolute path, a path that leaves the repository, and the root itself.
   *
   * @param folder the folder of the policy, relative to the repository root
   * @param path the path as the policy states it
   */
  static Optional<String> of(String folder, String path) {
    if (ABSOLUTE.matcher(path).matches()) {
      return Optional.empty();
    }
    Deque<String> names = new ArrayDeque<>();
    for (String name : (folder + "/" + path).split("/", -1)) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return Optional.empty();
        }
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join("/", names));
  }
}
