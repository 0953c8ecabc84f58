package dev.autoheal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Applies a patch of one file like git, but requires exact line numbers. */
public final class PatchApplier {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

  private final List<String> patch;
  private final List<String> before;
  private final List<String> after = new ArrayList<>();
  private int at;

  private PatchApplier(byte[] patch, byte[] before) {
    this.patch = lines(patch);
    this.before = lines(before);
  }

  /** Returns the bytes after the patch. */
  public static byte[] apply(byte[] patch, byte[] before) {
    PatchApplier applier = new PatchApplier(patch, before);
    return applier.patch.get(0).startsWith("diff --git") ? applier.binary() : applier.text();
  }

  private static List<String> lines(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<String> lines = new ArrayList<>();
    for (int from = 0, end; from < text.length(); from = end) {
      end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from) + 1;
      lines.add(text.substring(from, end));
    }
    return lines;
  }

  private byte[] text() {
    demand(patch.get(0).startsWith("--- ") && patch.get(1).startsWith("+++ "), patch.get(0));
    int copied = 0;
    at = 2;
    while (at < patch.size()) {
      Matcher hunk = HUNK.matcher(patch.get(at++));
      demand(hunk.matches(), "no hunk: " + patch.get(at - 1));
      int oldCount = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
      int newCount = hunk.group(4) == null ? 1 : Integer.parseInt(hunk.group(4));
      int oldStart = Integer.parseInt(hunk.group(1)) - (oldCount == 0 ? 0 : 1);
      int newStart = Integer.parseInt(hunk.group(3)) - (newCount == 0 ? 0 : 1);
      after.addAll(before.subList(copied, oldStart));
      demand(after.size() == newStart, "the hunk starts at another line");
      copied = oldStart + hunk(oldStart, oldCount, newCount);
    }
    after.addAll(before.subList(copied, before.size()));
    return String.join("", after).getBytes(ISO_8859_1);
  }

  private int hunk(int start, int oldCount, int newCount) {
    int seen = 0;
    int made = 0;
    boolean changes = false;
    while (seen < oldCount || made < newCount) {
      char sign = patch.get(at).charAt(0);
      String line = patch.get(at++).substring(1);
      if (at < patch.size() && patch.get(at).startsWith("\\ No newline")) {
        line = line.substring(0, line.length() - 1);
        at++;
      }
      if (sign != '+') {
        demand(before.get(start + seen).equals(line), "another line is there: " + line);
        seen++;
      }
      if (sign != '-') {
        after.add(line);
        made++;
      }
      changes |= sign != ' ';
    }
    demand(seen == oldCount && made == newCount, "the hunk contradicts its line counts");
    demand(changes, "a hunk without a change");
    return seen;
  }

  private byte[] binary() {
    at = patch.indexOf("GIT binary patch\n") + 1;
    byte[] result = literal();
    demand(String.join("", before).equals(new String(literal(), ISO_8859_1)), "another file");
    return result;
  }

  private byte[] literal() {
    int size = Integer.parseInt(patch.get(at++).strip().substring("literal ".length()));
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    while (!patch.get(at).equals("\n")) {
      String line = patch.get(at++);
      char length = line.charAt(0);
      int count = length <= 'Z' ? length - 'A' + 1 : length - 'a' + 27;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int i = 1; i < line.length() - 1; i += 5) {
        long group = 0;
        for (int j = i; j < i + 5; j++) {
          group = group * 85 + DIGITS.indexOf(line.charAt(j));
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
          bytes.write((int) (group >> shift));
        }
      }
      deflated.write(bytes.toByteArray(), 0, count);
    }
    at++;
    return inflate(deflated.toByteArray(), size);
  }

  private static byte[] inflate(byte[] deflated, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] bytes = new byte[size];
      demand(inflater.inflate(bytes) == size && inflater.inflate(new byte[1]) == 0, "another size");
      return bytes;
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    } finally {
      inflater.end();
    }
  }

  private static void demand(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }
}
