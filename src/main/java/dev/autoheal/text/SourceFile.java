package dev.autoheal.text;

import java.util.Arrays;
import java.util.Optional;

/**
 * A file as bytes and as text, decoded once. If the bytes contradict the encoding that the file
 * claims, there is a {@link Defect}. The text ends at the first bytes that cannot be decoded.
 */
public final class SourceFile {
  /**
   * The largest size that is read, in bytes: 250 KB of 1024 bytes. IIS refuses a larger web.config.
   */
  public static final int SIZE_LIMIT = 250 * 1024;

  private static final int BOM_AS_UTF_8 = 3;

  private final String path;
  private final byte[] bytes;
  private final Encoding encoding;
  private final String text;
  private final Optional<Defect> defect;
  private LineMap lines;

  /**
   * The reason why a file cannot be read as text.
   *
   * @param kind the kind of reason
   * @param span the position in the text that could be read
   * @param message what is wrong, for the user
   */
  public record Defect(Kind kind, Span span, String message) {
    /** The kinds of defects. */
    public enum Kind {
      /**
       * The bytes contradict the encoding that the file claims, or autoheal does not read that
       * encoding.
       */
      ENCODING,
      /** The file is larger than {@link SourceFile#SIZE_LIMIT}. */
      SIZE
    }
  }

  /**
   * Creates a file from bytes that are already decoded.
   *
   * @param text without the byte order mark
   */
  SourceFile(String path, byte[] bytes, Encoding encoding, String text, Optional<Defect> defect) {
    this.path = path;
    this.bytes = bytes;
    this.encoding = encoding;
    this.text = text;
    this.defect = defect;
  }

  /** Detects the encoding and decodes the bytes; never fails, see {@link #defect}. */
  public static SourceFile of(String path, byte[] bytes) {
    return new Decoder(path, bytes).decode();
  }

  /**
   * Creates a file that was not read, because it is larger than {@link #SIZE_LIMIT}. It has no
   * bytes and no text.
   *
   * @param size in bytes
   */
  public static SourceFile tooLarge(String path, long size) {
    String message =
        "the file is %d KB, but IIS accepts at most %d KB; move long sections to separate files"
            .formatted((size + 1023) / 1024, SIZE_LIMIT / 1024);
    Defect defect = new Defect(Defect.Kind.SIZE, Span.at(0), message);
    return new SourceFile(path, new byte[0], Encoding.UTF_8, "", Optional.of(defect));
  }

  /** Returns the path relative to the repository root, with {@code /}. */
  public String path() {
    return path;
  }

  /** Returns the bytes of the file as read; the array must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the encoding that the text is stored in. */
  public Encoding encoding() {
    return encoding;
  }

  /**
   * Returns the text without the byte order mark. If there is a defect, it may end early or be
   * empty.
   */
  public String text() {
    return text;
  }

  /** Returns the reason why the file must not be processed further, if there is one. */
  public Optional<Defect> defect() {
    return defect;
  }

  /** Returns the lines and columns of a span, without the source line. */
  public Location locate(Span span) {
    return locate(span, "");
  }

  /** Returns the lines and columns of a span with its source line, for a reader of excerpts. */
  public Location excerpt(Span span) {
    return locate(span, lines().sourceLine(span.start()));
  }

  /**
   * Returns the span of the whole lines that a span touches, without the last line break; empty if
   * one of them holds a credential.
   */
  public Optional<Span> wholeLines(Span span) {
    return lines().whole(span);
  }

  private Location locate(Span span, String sourceLine) {
    return new Location(
        path, lines().position(span.start()), lines().position(span.end()), sourceLine);
  }

  /** Returns the text with {@code *} for every character of a credential. */
  String redacted() {
    return lines().redacted();
  }

  /** Returns whether the text holds a credential. */
  boolean hasSecret() {
    return !redacted().equals(text);
  }

  private LineMap lines() {
    if (lines == null) {
      lines = LineMap.of(text, encoding.bom() ? BOM_AS_UTF_8 : 0);
    }
    return lines;
  }

  /** Returns the file with the edits applied, decoded again from its bytes. */
  public SourceFile with(Edits edits) {
    return of(path, edits.applyTo(this));
  }

  /** Returns whether {@code other} has the same bytes. */
  public boolean sameBytes(SourceFile other) {
    return Arrays.equals(bytes, other.bytes);
  }
}
