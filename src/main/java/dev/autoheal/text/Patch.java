package dev.autoheal.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The change of one file in the format that {@code git apply} accepts.
 *
 * @param bytes the patch; empty when nothing changes
 * @param showsSecret whether a line of the patch belongs to a credential of the file before or
 *     after, which may begin outside of the patch
 */
public record Patch(byte[] bytes, boolean showsSecret) {
  /** The patch of a file that does not change. */
  public static final Patch NONE = new Patch(new byte[0], false);

  /**
   * Returns a unified diff from one state of a file to another. For UTF-16, which git does not
   * treat as text, it is a binary patch.
   *
   * @param before empty when the file is new
   * @param edits the edits from {@code before} to {@code after}; unused for a new file
   */
  public static Patch of(Optional<SourceFile> before, SourceFile after, Edits edits) {
    if (before.isPresent() && after.encoding().isUtf16()) {
      return new Patch(
          BinaryPatch.of(before.get(), after), before.get().hasSecret() || after.hasSecret());
    }
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    String path = after.path();
    String name = before.isPresent() ? fileLine("a/" + path) : "/dev/null";
    patch.writeBytes(ascii("--- " + name + "\n+++ " + fileLine("b/" + path) + "\n"));
    SourceFile old = before.orElseGet(() -> SourceFile.of(path, new byte[0]));
    Edits all = before.isPresent() ? edits : Edits.of(List.of(Edit.insert(0, after.text())));
    UnifiedDiff diff = new UnifiedDiff(old, all, before.orElse(after).encoding());
    diff.writeTo(patch);
    return new Patch(patch.toByteArray(), diff.showsSecret());
  }

  /** Returns whether nothing changes. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Appends a tab to a name with spaces; git and patch treat the tab as the end of the name. */
  private static String fileLine(String name) {
    String quoted = quote(name);
    return quoted.indexOf(' ') >= 0 && !quoted.startsWith("\"") ? quoted + "\t" : quoted;
  }

  /**
   * Returns the name in quotes and with C escapes, as git prints it, if it contains anything
   * unusual.
   */
  static String quote(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    boolean needed = false;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
        needed = true;
      } else if (c < ' ' || c >= 0x7F) {
        quoted.append("\\%03o".formatted(c));
        needed = true;
      } else {
        quoted.append((char) c);
      }
    }
    return needed ? quoted.append('"').toString() : name;
  }

  /** Returns the bytes of a text that contains ASCII characters only. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
