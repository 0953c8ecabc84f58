package dev.autoheal.text;

import java.util.Arrays;
import java.util.Optional;

/**
 * A file as bytes and as text, decoded once. Where the bytes contradict the encoding that the file
 * claims there is a {@link Defect}, and the text ends where reading it would have been a guess.
 */
public final class SourceFile {
  /** IIS refuses a web.config above 250 KB; larger files are not read. */
  public static final int SIZE_LIMIT = 250 * 1024;

  private static final int BOM_AS_UTF_8 = 3;

  private final String path;
  private final byte[] bytes;
  private final Encoding encoding;
  private final String text;
  private final Optional<Defect> defect;
  private LineMap lines;

  /**
   * Why a file cannot be read as text.
   *
   * @param span where in the text that could be read
   */
  public record Defect(Kind kind, Span span, String message) {
    /** What is wrong. */
    public enum Kind {
      ENCODING,
      SIZE
    }
  }

  SourceFile(String path, byte[] bytes, Encoding encoding, String text, Optional<Defect> defect) {
    this.path = path;
    this.bytes = bytes;
    this.encoding = encoding;
    this.text = text;
    this.defect = defect;
  }

  /** Detects the encoding and decodes; never fails, see {@link #defect}. */
  public static SourceFile of(String path, byte[] bytes) {
    return new Decoder(path, bytes).decode();
  }

  /** A file that was not read, since it is larger than {@link #SIZE_LIMIT}. */
  public static SourceFile tooLarge(String path, long size) {
    String message =
        "the file is %d KB; IIS refuses a web.config above %d KB, and App Service cannot raise that"
            .formatted((size + 1023) / 1024, SIZE_LIMIT / 1024);
    Defect defect = new Defect(Defect.Kind.SIZE, Span.at(0), message);
    return new SourceFile(path, new byte[0], Encoding.UTF_8, "", Optional.of(defect));
  }

  /** Relative to the repository root, with {@code /}. */
  public String path() {
    return path;
  }

  /** The file as it was read; must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** How the text is stored. */
  public Encoding encoding() {
    return encoding;
  }

  /** Without the byte order mark; with a defect only what stands before it. */
  public String text() {
    return text;
  }

  /** Why the file is not to be read further, if so. */
  public Optional<Defect> defect() {
    return defect;
  }

  /** The place of {@code span} as people read it. */
  public Location locate(Span span) {
    return lines().locate(path, span);
  }

  /** The span that a place in this file was made from. */
  public Span spanOf(Location location) {
    return lines().spanOf(location);
  }

  private LineMap lines() {
    if (lines == null) {
      lines = LineMap.of(text, encoding.bom() ? BOM_AS_UTF_8 : 0);
    }
    return lines;
  }

  /** The file with the edits applied, read anew from its bytes. */
  public SourceFile with(Edits edits) {
    return of(path, edits.applyTo(this));
  }

  /** Whether {@code other} holds the same bytes. */
  public boolean sameBytes(SourceFile other) {
    return Arrays.equals(bytes, other.bytes);
  }
}
