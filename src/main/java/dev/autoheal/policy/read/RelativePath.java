package dev.autoheal.policy.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path that a policy states, relative to its own folder and with {@code /}. */
final class RelativePath {
  /** What to say of one that is refused. */
  static final String CURE =
      "a path with / was expected, relative to this file and inside the repository";

  private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*|.*\\\\.*|.*://.*");

  private RelativePath() {}

  /** Relative to the repository root; empty when it is absolute or leads out of the repository. */
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
