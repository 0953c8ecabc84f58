package dev.autoheal.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the hunks of a diff from edits, which say where a text changes, instead of comparing two
 * texts. Lines end at LF alone, as git counts them.
 */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final Encoding encoding;
  private final Side before;
  private final Side after;
  private final Edits edits;
  private boolean showsSecret;

  /**
   * The number of units that the byte order mark, as a part of the first line, shifts the edits by.
   */
  private final int offset;

  /**
   * Lines {@code from} to {@code to} of the old text that became {@code newFrom} to {@code newTo}.
   * All count from 0, and both ends are exclusive.
   */
  private record Block(int from, int to, int newFrom, int newTo) {}

  /**
   * Creates a diff from {@code before} to the result of the edits.
   *
   * @param encoding the encoding of both texts, in which the hunks are written
   */
  UnifiedDiff(SourceFile before, Edits edits, Encoding encoding) {
    String after = edits.applyTo(before.text());
    this.encoding = encoding;
    String mark = encoding.bom() ? "\uFEFF" : "";
    this.before = Side.of(mark, before.text(), before.redacted());
    this.after = Side.of(mark, after, Secrets.redact(after));
    this.edits = edits;
    this.offset = mark.length();
  }

  /** Writes the hunks without file names; writes nothing if no line changes. */
  void writeTo(ByteArrayOutputStream out) {
    List<Block> hunk = new ArrayList<>();
    for (Block block : blocks()) {
      if (!hunk.isEmpty() && block.from - hunk.get(hunk.size() - 1).to > 2 * CONTEXT) {
        writeHunk(out, hunk);
        hunk.clear();
      }
      hunk.add(block);
    }
    if (!hunk.isEmpty()) {
      writeHunk(out, hunk);
    }
  }

  /** Returns whether a line of the hunks written so far belongs to a credential. */
  boolean showsSecret() {
    return showsSecret;
  }

  /**
   * Widens the edits to whole lines, joins those that share a line, and trims equal lines at both
   * ends.
   */
  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Edit> all = edits.list();
    int moved = 0;
    int i = 0;
    while (i < all.size()) {
      int from = lineOf(all.get(i));
      int newFrom = after.lineFrom(before.starts[from] + moved);
      int to = from;
      while (i < all.size() && (to == from || lineOf(all.get(i)) < to)) {
        Edit edit = all.get(i++);
        to = Math.min(before.lineAt(edit.span().end() + offset) + 1, before.count());
        moved += edit.replacement().length() - edit.span().length();
      }
      blocks.add(trimmed(from, to, newFrom, after.lineFrom(before.starts[to] + moved)));
    }
    blocks.removeIf(block -> block.from == block.to && block.newFrom == block.newTo);
    return blocks;
  }

  private int lineOf(Edit edit) {
    return before.lineAt(edit.span().start() + offset);
  }

  private Block trimmed(int from, int to, int newFrom, int newTo) {
    int most = Math.min(to - from, newTo - newFrom);
    int head = 0;
    while (head < most && before.line(from + head).equals(after.line(newFrom + head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head && before.line(to - tail - 1).equals(after.line(newTo - tail - 1))) {
      tail++;
    }
    return new Block(from + head, to - tail, newFrom + head, newTo - tail);
  }

  private void writeHunk(ByteArrayOutputStream out, List<Block> hunk) {
    Block first = hunk.get(0);
    Block last = hunk.get(hunk.size() - 1);
    int lead = Math.min(CONTEXT, first.from);
    int trail = Math.min(CONTEXT, before.count() - last.to);
    String header =
        "@@ -%s +%s @@\n"
            .formatted(
                range(first.from - lead, last.to + trail),
                range(first.newFrom - lead, last.newTo + trail));
    out.writeBytes(Patch.ascii(header));
    int at = first.from - lead;
    for (Block block : hunk) {
      write(out, ' ', before, at, block.from);
      write(out, '-', before, block.from, block.to);
      write(out, '+', after, block.newFrom, block.newTo);
      at = block.to;
    }
    write(out, ' ', before, at, last.to + trail);
  }

  /** Returns a range as a hunk counts it: from 1, and an empty range by the line before it. */
  private static String range(int from, int to) {
    int count = to - from;
    return count == 1 ? "" + to : (count == 0 ? from : from + 1) + "," + count;
  }

  private void write(ByteArrayOutputStream out, char sign, Side side, int from, int to) {
    for (int i = from; i < to; i++) {
      showsSecret |= side.isSecret(i);
      out.write(sign);
      out.writeBytes(encoding.encode(side.line(i)));
      if (!side.line(i).endsWith("\n")) {
        out.writeBytes(Patch.ascii("\n\\ No newline at end of file\n"));
      }
    }
  }

  /**
   * The text on one side, as lines.
   *
   * @param text with the byte order mark, if there is one
   * @param redacted the same text without credentials
   * @param starts the offset of each line, and of the end of the text
   */
  private record Side(String text, String redacted, int[] starts) {
    static Side of(String mark, String content, String redacted) {
      String text = mark + content;
      IntStream behindBreaks =
          IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').map(i -> i + 1);
      IntStream starts = IntStream.concat(IntStream.of(0), behindBreaks);
      return new Side(
          text,
          mark + redacted,
          IntStream.concat(starts, IntStream.of(text.length())).distinct().toArray());
    }

    int count() {
      return starts.length - 1;
    }

    /** Returns a line with its LF; the last line may have none. */
    String line(int index) {
      return text.substring(starts[index], starts[index + 1]);
    }

    /** Returns whether a credential is on a line, or a part of it. */
    boolean isSecret(int index) {
      int start = starts[index];
      return !text.regionMatches(start, redacted, start, starts[index + 1] - start);
    }

    /**
     * Returns the line that begins at an offset; at the end of the text, one past the last line.
     */
    int lineFrom(int offset) {
      return Arrays.binarySearch(starts, offset);
    }

    /** Returns the line that contains an offset; after a final LF, one past the last line. */
    int lineAt(int offset) {
      int found = Arrays.binarySearch(starts, offset);
      if (found < 0) {
        return -found - 2;
      }
      return found == count() && found > 0 && !text.endsWith("\n") ? found - 1 : found;
    }
  }
}
