package dev.autoheal.report;

import dev.autoheal.text.Patch;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decides whether a patch may go to standard output, which a terminal or a CI runner interprets. A
 * cleaned patch would no longer apply, so a patch is shown whole or not at all.
 */
final class PatchFilter {
  private PatchFilter() {}

  /** Returns why the patch is withheld, in words that follow "it"; empty if it may be shown. */
  static Optional<String> reason(Patch patch) {
    if (patch.showsSecret()) {
      return Optional.of("contains a possible secret");
    }
    return isInterpreted(new String(patch.bytes(), StandardCharsets.UTF_8))
        ? Optional.of("contains control characters or CI commands")
        : Optional.empty();
  }

  /** Returns whether the patch is binary: its letters mean nothing before git has decoded them. */
  static boolean isBinary(String patch) {
    return patch.startsWith("diff --git ");
  }

  private static boolean isInterpreted(String patch) {
    for (String line : patch.split("\n", -1)) {
      String content = content(line);
      if (!TerminalText.clean(content).equals(content)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a line without its sign, a byte order mark and the CR of a CRLF. */
  private static String content(String line) {
    int from = line.isEmpty() ? 0 : 1;
    int to = line.endsWith("\r") ? line.length() - 1 : line.length();
    from += line.startsWith("\uFEFF", from) ? 1 : 0;
    return line.substring(Math.min(from, to), to);
  }
}
