package dev.autoheal.hook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The text of the hook, whose checksum tells a hook of another version from an edited one. */
final class HookScript {
  /** The command that the hook calls, for users who call it from a hook themselves. */
  static final String REVIEW = "autoheal review --base HEAD --staged";

  private static final String MARK = "\n# Written by `autoheal hook install`";
  private static final Pattern CHECKSUM = Pattern.compile("(?m)^# checksum ([0-9a-f]{8})");

  private HookScript() {}

  /**
   * Returns the text that calls the {@code autoheal} on the PATH.
   *
   * @param launcher the program that it calls when there is none on the PATH
   */
  static byte[] of(Optional<String> launcher) throws IOException {
    try (InputStream in = HookScript.class.getResourceAsStream("/hook/pre-commit")) {
      String text = new String(in.readAllBytes(), UTF_8);
      return sealed(text.replace("LAUNCHER", quoted(launcher.orElse(""))).getBytes(UTF_8));
    }
  }

  /** Quotes a text so that sh reads it as one word. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Returns whether autoheal wrote a hook, even if it was edited since. */
  static boolean isOurs(byte[] hook) {
    return new String(hook, ISO_8859_1).contains(MARK);
  }

  /**
   * Returns whether a hook is as this or another version of autoheal wrote it. Git may have checked
   * it out with CRLF.
   */
  static boolean isUntouched(byte[] hook) {
    byte[] written = new String(hook, ISO_8859_1).replace("\r\n", "\n").getBytes(ISO_8859_1);
    return isOurs(hook) && Arrays.equals(written, sealed(written));
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
