package dev.autoheal.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.files.FileTree.Content;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives files the encoding that they have on the disk because of {@code working-tree-encoding}. Git
 * stores their text as UTF-8, whatever their XML declaration says.
 */
final class WorkingTreeEncoding {
  private static final int DECLARATION = 100;

  private final CheckoutAttributes attributes;

  /** Creates a converter by attributes. */
  WorkingTreeEncoding(CheckoutAttributes attributes) {
    this.attributes = attributes;
  }

  /**
   * Returns the file as a checkout would write it, as far as its encoding is concerned.
   *
   * @param path relative to the root of the repository
   * @param kept the content as git stores it
   * @param isNamed whether attributes in git name an encoding
   */
  Content onDisk(String path, Content kept, boolean isNamed) throws IOException {
    boolean mayDiffer = isNamed || attributes.areOnDisk() || isContradicted(kept.bytes());
    if (kept.bytes().length == 0 || !mayDiffer) {
      return kept;
    }
    Optional<byte[]> bytes = attributes.encoding(path).flatMap(name -> encoded(name, kept.bytes()));
    return bytes.map(encoded -> new Content(encoded.length, encoded)).orElse(kept);
  }

  /** Returns whether the attributes are those on the disk, which may not be in git. */
  boolean areOnDisk() {
    return attributes.areOnDisk();
  }

  /** Returns the encoding of a file, if Java cannot write it. */
  Optional<String> unknown(String path) throws IOException {
    return attributes.encoding(path).filter(name -> encoded(name, new byte[0]).isEmpty());
  }

  /** Returns whether a file of single bytes declares UTF-16. */
  private static boolean isContradicted(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), ISO_8859_1);
    return start.startsWith("<?xml") && start.toLowerCase(Locale.ROOT).contains("utf-16");
  }

  private static Optional<byte[]> encoded(String name, byte[] kept) {
    String text = new String(kept, UTF_8);
    if (name.equalsIgnoreCase("UTF-16LE-BOM") || name.equalsIgnoreCase("UTF-16")) {
      return Optional.of(("\uFEFF" + text).getBytes(UTF_16LE));
    }
    try {
      // Some encodings can only be read.
      return Optional.of(Charset.forName(name)).filter(Charset::canEncode).map(text::getBytes);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
