package dev.autoheal.hook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of the hook. It carries a checksum, so that one of another version is known from one
 * that somebody edited.
 */
final class HookScript {
  /** What it calls, for those who would rather call it themselves. */
  static final String REVIEW = "autoheal review --base HEAD --staged";

  private static final String MARK = "\n# Written by `autoheal hook install`";
  private static final Pattern CHECKSUM = Pattern.compile("(?m)^# checksum ([0-9a-f]{8})");

  private HookScript() {}

  /**
   * The text that calls the {@code autoheal} of PATH.
   *
   * @param launcher what it calls where there is none
   */
  static byte[] of(Optional<String> launcher) throws IOException {
    try (InputStream in = HookScript.class.getResourceAsStream("/hook/pre-commit")) {
      String text = new String(in.readAllBytes(), UTF_8);
      return sealed(text.replace("LAUNCHER", word(launcher.orElse(""))).getBytes(UTF_8));
    }
  }

  /** As sh takes it for one word. */
  private static String word(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Whether it was written here, and perhaps edited since. */
  static boolean isOurs(byte[] hook) {
    return new String(hook, ISO_8859_1).contains(MARK);
  }

  /** Whether it still is what was written here, by this version or another. */
  static boolean isUntouched(byte[] hook) {
    return isOurs(hook)
        && new String(hook, ISO_8859_1).equals(new String(sealed(hook), ISO_8859_1));
  }

  private static byte[] sealed(byte[] hook) {
    String text = new String(hook, ISO_8859_1);
    Matcher checksum = CHECKSUM.matcher(text);
    if (!checksum.find()) {
      return new byte[0];
    }
    CRC32 sum = new CRC32();
    sum.update(text.substring(0, checksum.start(1)).getBytes(ISO_8859_1));
    sum.update(text.substring(checksum.end(1)).getBytes(ISO_8859_1));
    return (text.substring(0, checksum.start(1))
            + "%08x".formatted(sum.getValue())
            + text.substring(checksum.end(1)))
        .getBytes(ISO_8859_1);
  }
}
